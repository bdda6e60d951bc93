"""Tests of `python -m core …`."""
