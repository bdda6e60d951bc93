"""What all tests of pages need."""

import functools
import sys

import pytest
from streamlit.components.v2 import manifest_scanner

_MAIN = sys.modules["__main__"]  # before any page has run


@pytest.fixture(autouse=True)
def own_main_module():
    """Give `__main__` back: AppTest leaves app.py there, and new processes would run it again."""
    yield
    sys.modules["__main__"] = _MAIN


@pytest.fixture(scope="session", autouse=True)
def installed_components():
    """Look through the installed packages for components once, not for every AppTest."""
    found = functools.cache(manifest_scanner.scan_component_manifests)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", found)
        yield
