"""Tests of pages and panels through Streamlit's AppTest."""
