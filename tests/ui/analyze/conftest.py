"""What the tests of several panels need."""

import pytest

from core.analyzer import Analyzer
from core.model.report import ModelReport


@pytest.fixture
def with_checks(monkeypatch, default):
    """Let every model's report hold these checks."""

    def store(**checks):
        content = {**default.report.content, "checks": checks}
        monkeypatch.setattr(Analyzer, "report", ModelReport(content=content))

    return store
