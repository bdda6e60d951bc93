"""What commands that measure share: their arguments, what a record ends with, what is printed."""

import argparse
import json

import pytest

from core.commands import measuring
from core.errors import FileUnwritableError
from core.paths import MODELS

FIGURES = {"schema": 1, "share": 0.5, "label": "京都"}


def make_parser():
    parser = argparse.ArgumentParser()
    for add in (
        measuring.add_model_argument,
        measuring.add_data_argument,
        measuring.add_store_argument,
        measuring.add_json_argument,
    ):
        add(parser)
    return parser


def parse(*words):
    arguments = make_parser().parse_args([*map(str, words)])
    arguments.command_line = "python -m core checks colour"
    return arguments


def test_nothing_said_is_the_own_model_printed_for_people():
    arguments = parse()
    assert arguments.model == MODELS / "default"
    assert arguments.data.name == "knb"
    assert (arguments.store, arguments.json) == (False, False)


def test_a_record_ends_with_its_command_and_its_minutes():
    record = measuring.measured(parse(), FIGURES, minutes=21.468)
    assert list(record) == [*FIGURES, "command", "minutes"]
    assert (record["command"], record["minutes"]) == ("python -m core checks colour", 21.5)
    assert list(measuring.measured(parse(), FIGURES)) == [*FIGURES, "command"]
    assert "command" not in FIGURES


def test_the_stopwatch_counts_minutes(monkeypatch):
    seconds = iter([100.0, 190.0, 220.0])
    monkeypatch.setattr(measuring.time, "monotonic", lambda: next(seconds))
    minutes = measuring.start_stopwatch()
    assert (minutes(), minutes()) == (1.5, 2.0)


def test_a_record_is_printed_as_json_or_as_its_table(capsys):
    measuring.print_record(parse("--json"), FIGURES, lambda record: "table")
    assert capsys.readouterr().out == '{"schema": 1, "share": 0.5, "label": "京都"}\n'
    measuring.print_record(parse(), FIGURES, lambda record: f"table of {record['label']}")
    assert capsys.readouterr().out == "table of 京都\n"


@pytest.mark.parametrize("store", [True, False])
def test_a_check_is_stored_where_that_is_asked_for(monkeypatch, capsys, tmp_path, store):
    stored = []
    monkeypatch.setattr(
        "core.training.model_card.store_checks",
        lambda *words, scope: stored.append((*words, scope)),
    )
    arguments = parse("--model", tmp_path, "--json", *["--store"] * store)
    measuring.finish_check(arguments, "colour", FIGURES, str, scope={"threshold": 2.0})
    assert stored == [(tmp_path, "colour", FIGURES, {"threshold": 2.0})] * store
    assert json.loads(capsys.readouterr().out) == FIGURES


def test_a_folder_that_cannot_be_written_is_told_before_the_work(tmp_path):
    file = tmp_path / "file"
    file.touch()
    measuring.check_storable(parse("--model", file))
    with pytest.raises(FileUnwritableError):
        measuring.check_storable(parse("--model", file, "--store"))
