"""What the command line prints for people.

In: an analysis, an explanation, a document. Out: lines on stdout.
"""
