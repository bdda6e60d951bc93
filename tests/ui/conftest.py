"""What all tests of pages need."""

import sys

import pytest

_MAIN = sys.modules["__main__"]  # before any page has run


@pytest.fixture(autouse=True)
def own_main_module():
    """Give `__main__` back: AppTest leaves app.py there, and new processes would run it again."""
    yield
    sys.modules["__main__"] = _MAIN
