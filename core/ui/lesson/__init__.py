"""The lesson: one file per step, and the frame that every step stands in."""
