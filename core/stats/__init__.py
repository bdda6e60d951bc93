"""Arrays in, figures out: accuracy, calibration, intervals, significance.

Nothing here knows a model or a file. Begin with `intervals.py`.
"""
