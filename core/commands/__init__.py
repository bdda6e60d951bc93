"""One file per command of `python -m core`: `add_parser` describes it, `run` does it."""
