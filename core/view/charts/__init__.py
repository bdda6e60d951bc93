"""One Altair chart a file, each with its words and in both themes.

In: figures, a theme, `word`. Out: a chart. Begin with `probabilities.py` and `axis.py`.
"""
