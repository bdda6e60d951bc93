"""Drawings that look the same everywhere: SVG whose letters are outlines, and PNG.

In: an analysis, a chart. Out: SVG or PNG. Begin with `token_strip.py`.
"""
