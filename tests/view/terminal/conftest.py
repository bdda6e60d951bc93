"""What all tests of the terminal need."""

import pytest


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch):
    """A wide terminal without colours."""
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    for name in ("FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
