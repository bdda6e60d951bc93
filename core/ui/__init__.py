"""Streamlit: a room a page, `shell` around all pages, `parts` that two or more use.

In: what a person does. Out: what they see; numbers come from the rooms before.
"""
