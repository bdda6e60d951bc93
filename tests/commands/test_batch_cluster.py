"""`batch --engine ray`: what is asked of the cluster, what people are told; see tests/test_cluster."""

import pytest

from core.batch import cluster
from core.paths import DATA
from tests.run_main import assert_one_sentence, run_main

RECORD = {
    "model": {"name": "default", "sha256": "0123456789abcdef"},
    "rows": 12_345,
    "failed": 1,
    "judged": 1_000,
    "accuracy": 0.875,
    "loose_labels": 3,
    "unknown_labels": 12,
    "unknown_label_kinds": 2,
    "more_unknown_label_kinds": False,
    "unknown_label_rows": {"天気": 9, "政治": 3},
    "absent_labels": ["京都"],
    "low": 0.853,
    "high": 0.8949,
    "shards": [{"kept": True}, {"kept": False}],
    "seconds": 12.34,
    "workers": 2,
    "out": "answers",
}


@pytest.fixture
def asked(monkeypatch):
    """What the command asks for; the answer is made up."""
    monkeypatch.setenv("LC_ALL", "C")
    calls = []

    def run_cluster(places, *, on_progress, **options):
        calls.append((places, options))
        on_progress(1, 2)
        return RECORD

    monkeypatch.setattr(cluster, "run_cluster", run_cluster)
    return calls


def test_the_command_hands_on_what_it_is_told(capsys, asked):
    words = ("--engine", "ray", "--text", "本文", "--workers", 3, "--shard-rows", 7)
    result = run_main(capsys, "batch", "a.csv", "b", *words, "--address", "auto", "--out", "o")
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [
        "model:    default (0123456789ab)",
        "rows:     12,345, of which 1 failed",
        "shards:   2, of which 1 were there already",
        "labels:   3 matched but for their spelling (blanks, width, invisible characters)",
        "labels:   12 unknown to the model: 天気 9, 政治 3",
        "labels:   without a row in the file: 京都",
        "accuracy: 0.8750 (95 % interval 0.8530–0.8949) on 1,000 rows with a label",
        "time:     12.3 s, 2 workers",
        "written:  answers",
    ]
    ((places, options),) = asked
    assert [str(place) for place in places] == ["a.csv", "b"]
    wanted = {"text": "本文", "label": None, "workers": 3, "shard_rows": 7, "address": "auto"}
    assert {name: options[name] for name in wanted} == wanted
    assert str(options["out"]) == "o"


@pytest.mark.parametrize("option", ["--address", "--shard-rows"])
def test_the_local_engine_has_no_cluster(capsys, asked, tmp_path, option):
    words = (DATA / "samples.csv", "--out", tmp_path / "out.csv", option, 5)
    assert_one_sentence(run_main(capsys, "batch", *words), f"{option} needs --engine ray")
    assert not asked
