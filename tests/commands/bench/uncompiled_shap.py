"""The package shap as the tests want it: imported quietly, and not compiled.

Its compiler, numba, takes a minute for what small cases need a moment for. This must be the first
import of shap in a process.
"""

import warnings

import numba

numba.config.DISABLE_JIT = True

with warnings.catch_warnings():
    # It calls what matplotlib is going to rename.
    warnings.simplefilter("ignore", PendingDeprecationWarning)
    import shap

__all__ = ["shap"]
