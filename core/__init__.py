"""Chūmoku: see what a Japanese text classifier looks at, and whether to believe it."""
