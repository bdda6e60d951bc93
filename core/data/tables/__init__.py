"""Readers of tables, one a kind of file: whatever somebody brings, as rows of text, and what was not read.

In: a path. Out: names, rows, a `Reading`. Begin with `readers.py`.
"""
