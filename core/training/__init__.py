"""From texts and labels to a model folder; the only room that imports TensorFlow.

In: a `Split` and word vectors. Out: a model folder. Begin with `train.py`.
"""
