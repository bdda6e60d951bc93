"""What the tests of several methods need."""

import pytest

from tests.small_network import build_classifier, small_config


@pytest.fixture(params=[True, False], ids=["masked", "unmasked"])
def model(request):
    config = small_config(masked=request.param)
    return config, build_classifier(config)
