"""One model folder, for answering only: no TensorFlow.

In: a folder, ids. Out: `Bundle`, `ModelOutput`, `ModelReport`. Begin with `bundle.py`.
"""
