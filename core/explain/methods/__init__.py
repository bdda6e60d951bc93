"""Ways to give every position a score, one a file, all with one signature.

In: a classifier, a batch of one text, a target. Out: `PositionScores`. Begin with `registry.py`.
"""
