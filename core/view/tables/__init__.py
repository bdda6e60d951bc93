"""Tables for the screen and for files that other programs open.

In: an analysis, answers, figures. Out: data frames, CSV, JSON Lines, Parquet.
"""
