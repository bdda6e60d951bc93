"""Readers of tables, one a kind of file: rows of text, and what has to be said about the file.

In: a path. Out: `TableFile` (a `Reading`, and rows). Begin with `readers.py`.
"""
