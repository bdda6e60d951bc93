"""What all tests of pages need."""

import sys

import pytest


@pytest.fixture(autouse=True)
def own_main_module():
    """Give `__main__` back: AppTest leaves app.py there, and new processes would run it again."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main
