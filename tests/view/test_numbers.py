"""Signs as they are written on the screen."""

import pytest

from core.view.numbers import plain_number, signed_number


@pytest.mark.parametrize(
    ("value", "written"),
    [(0.125, "＋0.12"), (-0.126, "−0.13"), (0.0, "±0.00"), (-0.004, "±0.00")],
)
def test_signed_number(value, written):
    assert signed_number(value) == written


@pytest.mark.parametrize(
    ("value", "written"), [(0.126, "0.13"), (-0.126, "−0.13"), (-0.004, "0.00"), (12.0, "12.00")]
)
def test_plain_number(value, written):
    assert plain_number(value) == written


def test_more_digits():
    assert signed_number(-0.00004, digits=4) == "±0.0000"
    assert signed_number(0.00006, digits=4) == "＋0.0001"
    assert plain_number(-0.25, digits=4) == "−0.2500"
