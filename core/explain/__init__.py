"""What gives the tokens of one text a score (`methods/`), and what judges the scores.

In: a classifier and ids. Out: `Analysis`, `Explanation`. Begin with `explanation.py`.
"""
