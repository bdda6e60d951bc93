"""Chūmoku: see what a Japanese text classifier looks at, and whether to believe it."""

import os

# Before anything imports TensorFlow: it greets with a dozen lines about the processor and GPUs.
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
