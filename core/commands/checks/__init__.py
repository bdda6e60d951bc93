"""The commands `python -m core checks …`: what is measured once and stored.

A file a check; `command.py` lists them.
"""
