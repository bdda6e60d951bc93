"""Is a model right, calibrated, robust, and looking at the text?

In: a `BatchResult`, or an `Analyzer` and rows. Out: a record a check. Begin with `metrics.py`.
"""
