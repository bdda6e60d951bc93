"""A classifier, a batch of one text and a label come in, one score per position goes out.

Begin with `registry`: every method by its name, with what it says of itself. Each has a file.
"""
