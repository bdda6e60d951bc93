"""Chūmoku: see what a Japanese text classifier looks at, and whether to believe it."""

import os
import sys

# Before anything imports TensorFlow: it greets with a dozen lines about the processor and GPUs.
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

# Here and not where analyses are made: what is computed does not know how it is drawn.
if "IPython" in sys.modules:
    from core.notebook import show_in_notebooks

    show_in_notebooks()
