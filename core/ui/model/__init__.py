"""The page モデル: what a model is; a section a file.

Begin with `sections.py`.
"""
