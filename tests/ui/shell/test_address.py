"""Choices that always hold something."""

import pytest

from core.ui.shell.address import required_choice


def test_a_switch_without_a_first_value_is_a_fault_of_ours():
    assert required_choice("") == ""  # an option like any other
    assert required_choice(0) == 0
    with pytest.raises(ValueError, match="Received: None"):
        required_choice(None)
