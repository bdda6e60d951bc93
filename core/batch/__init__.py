"""Many texts through one model: rows, documents, shards of a cluster.

In: an `Analyzer` and texts. Out: `BatchResult`, `Document`. Begin with `predict.py`.
"""
