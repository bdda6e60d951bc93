"""Every word of the screen, in Japanese and English, one module a page.

In: a key. Out: the words of it in one language. Begin with `lookup.py`.
"""
