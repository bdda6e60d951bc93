"""Blocks that two pages or more draw.

In: an `Analyzer`, records. Out: elements of the page. Begin with `panels.py`.
"""
