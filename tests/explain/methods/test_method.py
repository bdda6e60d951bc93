"""What a method declares."""

import pytest

from core.explain.methods.attention import attention_received
from core.explain.methods.method import Method


@pytest.mark.parametrize(("field", "value"), [("needs", "network"), ("unit", "logit")])
def test_a_declaration_that_nobody_knows_crashes(field, value):
    declared = {"needs": "attention", "sees_target": False, "unit": None, field: value}
    with pytest.raises(ValueError, match=f"Received: '{value}'"):
        Method(score=attention_received, **declared)
