"""How the characters of a text file are written: told by its marks, else by what is likeliest.

In: a path, or a word of a person. Out: `Encoding`, an open file. Begin with `encoding.py`.
"""
