"""What all panels of the page 分析 have in common."""

import pytest

from core.words.lookup import WORDS
from tests.ui.pages import checked, open_app


@pytest.mark.parametrize("name", ["matrix", "methods", "padding"])
def test_the_address_opens_a_panel_on_the_page(name):
    page = checked(open_app(panel=name, lang="en", methods="attention,random"))
    assert WORDS[f"{name}_heading"]["en"] in [heading.value for heading in page.subheader]


@pytest.mark.parametrize(
    ("panel", "check"), [("twin", "randomization"), ("attention", "attention")]
)
def test_without_a_stored_check_the_command_is_told(with_checks, panel, check):
    with_checks()
    page = open_app(panel=panel)
    assert not page.exception
    sentence = page.info[-1].value
    assert f"python -m core checks {check} --model models/default" in sentence
    assert len(page.get("vega_lite_chart")) == 1
