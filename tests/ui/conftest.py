"""What all tests of pages need."""

import functools
import sys

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.scriptrunner import script_runner

from tests.ui.pages import open_app

_MAIN = sys.modules["__main__"]  # before any page has run


@pytest.fixture(autouse=True)
def own_main_module():
    """Give `__main__` back: AppTest leaves app.py there, and new processes would run it again."""
    yield
    sys.modules["__main__"] = _MAIN


@pytest.fixture(scope="session", autouse=True)
def swift_runs():
    """Leave out what Streamlit does around every run and what no test is about.

    It looks through the installed packages for components: once is enough. And it clears Keras'
    session, with all garbage, where Keras is imported, which is never so in the app.
    """
    found = functools.cache(manifest_scanner.scan_component_manifests)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", found)
        patch.setattr(script_runner, "_clean_problem_modules", lambda: None)
        yield


@pytest.fixture
def page():
    """The page 分析 as a person finds it at the first visit."""
    return open_app()
