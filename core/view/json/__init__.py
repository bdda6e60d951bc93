"""Records as JSON values, the same on the command line and in downloads.

In: an analysis, an explanation, a document, a view. Out: JSON values.
"""
