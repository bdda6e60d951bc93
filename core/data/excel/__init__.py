"""Workbooks of Excel (.xlsx, .xlsm), read as a person sees them.

In: a path. Out: `TableFile`. Begin with `reader.py`.
"""
