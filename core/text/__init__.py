"""Text to tokens that know their characters, to padded ids, and back to characters.

In: a text. Out: `TokenizedText`, `EncodedBatch`, spans. Begin with `tokenizer.py`.
"""
