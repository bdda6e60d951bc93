"""Where there is no Ray, or no cluster; the workers themselves are in test_cluster."""

import importlib.util
import os
import socket
from unittest.mock import patch

import pytest

from core.batch import ray_workers
from core.batch.ray_workers import check_ray, open_cluster
from core.errors import ClusterUnreachableError, PackageMissingError
from core.paths import MODELS


def test_without_ray_its_requirements_are_named(monkeypatch):
    known = importlib.util.find_spec
    monkeypatch.setattr(
        ray_workers, "find_spec", lambda name: None if name == "ray" else known(name)
    )
    with pytest.raises(PackageMissingError) as error:
        check_ray()
    for language in ("ja", "en"):
        assert "requirements-cluster.txt" in error.value.sentence(language)
        assert error.value.sentence(language).endswith("ray")


@pytest.mark.slow
@pytest.mark.usefixtures("ray_secret")
def test_a_cluster_that_does_not_answer_is_told_at_once(monkeypatch):
    if importlib.util.find_spec("ray") is None:
        pytest.skip("requirements-cluster.txt is not installed")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound and not listening: nobody else answers there
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        monkeypatch.setenv("RAY_ADDRESS", address)
        for given in (None, address):
            with (
                patch.dict(os.environ),  # what Ray is told there is not for the tests that follow
                pytest.raises(ClusterUnreachableError) as error,
                open_cluster(given, model=MODELS / "default", workers=None),
            ):
                pass
            assert error.value.received["address"] == address
