"""The page 分析: one text, its category, and what the model looked at.

Begin with `whole_text.py`; a panel a file, listed in `panels.py`.
"""
