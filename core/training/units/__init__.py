"""Where words and 文節 begin: learnt from the corpus, and measured.

In: the KNB corpus. Out: weights and figures of `data/`. Begin with `word_boundaries.py`.
"""
