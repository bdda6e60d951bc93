"""Experiments on one text with an analyzer: edits, flips, twins, other attention.

In: an `Analyzer` and a text. Out: a record each. Begin with `edits.py`.
"""
