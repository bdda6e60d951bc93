"""The commands `python -m core bench …`: how long things take, beside others.

A file a benchmark; `command.py` lists them. The only place of shap and lime.
"""
