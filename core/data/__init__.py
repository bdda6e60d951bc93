"""Files that people bring, the KNB corpus, and splits of examples.

In: a path. Out: tables, examples, `Split`. Begin with `dataset.py`; for tables, `table.py`.
"""
