"""One file a command of `python -m core`: `add_parser` describes it, `run` does it.

Heavy rooms are imported when a command runs, so that `--help` answers at once.
"""
