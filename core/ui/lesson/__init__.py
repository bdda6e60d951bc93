"""The page 授業: one file a step, and the frame that every step stands in.

Begin with `steps.py` and `frame.py`.
"""
