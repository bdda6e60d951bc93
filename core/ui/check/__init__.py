"""The page 検査: a model and a table of texts; a panel a file.

Begin with `run.py`; the panels are listed in `panels.py`.
"""
