"""The page 比較: two texts, or one text through two models.

Begin with `blocks.py`.
"""
