"""What stands around every page: routing, address, words, theme, sidebar.

Begin with `routing.py` and `address.py`.
"""
