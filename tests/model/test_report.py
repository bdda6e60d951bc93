"""report.json with typed access: what is there, what is not, and the commands that measure it."""

import pytest

from core.cli import build_parser
from core.commands import evaluate
from core.commands.checks import models, report
from core.commands.checks.command import CHECKS
from core.errors import FileMissingError, FileUnreadableError
from core.model.config import EVALUATION_PROTOCOLS
from core.model.report import (
    CALIBRATION_FIGURES,
    ModelReport,
    check_command,
    evaluate_command,
    read_report,
)
from core.paths import MODELS
from core.stats.significance import compare_articles
from tests.check_records import RANDOMIZATION

SIZES = [4, 6, 5]
CONTENT = {
    "schema": 1,
    "data": {"protocol": "grouped"},
    "calibration": {"temperature": 0.8, **dict.fromkeys(CALIBRATION_FIGURES, 0.5)},
    "test": {"accuracy": 0.75},
    "protocols": {
        "random": {"accuracy": 0.875, "articles": {"sizes": SIZES, "right": [4, 5, 5]}},
        "grouped": {"accuracy": 0.5, "articles": {"sizes": SIZES, "right": [2, 3, 3]}},
        "topics_today": {"accuracy": 0.25},
    },
    "checks": {"randomization": RANDOMIZATION},
}
REPORT = ModelReport(content=CONTENT)
BARE = ModelReport(content={name: CONTENT[name] for name in ("schema", "calibration", "test")})


def test_what_was_measured_is_there():
    assert (REPORT.test, REPORT.part("test")) == (CONTENT["test"],) * 2
    assert REPORT.calibration["temperature"] == 0.8
    assert REPORT.data == {"protocol": "grouped"}
    assert list(REPORT.protocols) == ["random", "grouped", "topics_today"]
    assert REPORT.protocol("topics_today") == {"accuracy": 0.25}
    assert REPORT.check("randomization") is RANDOMIZATION
    assert REPORT.randomization("attention")["full"] == 0.625


def test_what_was_not_measured_is_none():
    assert REPORT.part("validation") is None
    assert (REPORT.protocol("documents"), REPORT.check("scope")) == (None, None)
    assert REPORT.randomization("of_tomorrow") is None
    assert (BARE.protocol("grouped"), BARE.check("scope")) == (None, None)
    assert BARE.randomization("attention") is None
    assert BARE.protocols == {}


def test_protocols_are_compared_where_both_hold_their_articles():
    expected = compare_articles(SIZES, [4, 5, 5], SIZES, [2, 3, 3])
    assert REPORT.protocol_difference("random", "grouped") == expected
    assert expected.value == pytest.approx(14 / 15 - 8 / 15)
    assert REPORT.protocol_difference("random", "topics_today") is None
    assert REPORT.protocol_difference("documents", "grouped") is None


def test_a_part_measured_anew_takes_its_calibration_along():
    figures = {"accuracy": 0.625, **dict.fromkeys(CALIBRATION_FIGURES, 0.125)}
    report = REPORT.with_part("test", figures)
    assert report.test == figures
    assert report.calibration == {"temperature": 0.8, **dict.fromkeys(CALIBRATION_FIGURES, 0.125)}
    assert list(report.content) == list(CONTENT)
    validation = REPORT.with_part("validation", figures)
    assert validation.part("validation") == figures
    assert validation.calibration == REPORT.calibration
    assert REPORT.test == {"accuracy": 0.75}


def test_protocols_measured_anew_give_way_in_the_order_of_all():
    report = REPORT.with_protocols({"documents": {"accuracy": 1.0}, "random": {"accuracy": 0.0}})
    assert list(report.protocols) == ["random", "grouped", "documents", "topics_today"]
    assert report.protocol("random") == {"accuracy": 0.0}
    assert report.protocol("grouped") == REPORT.protocol("grouped")
    assert BARE.with_protocols({"grouped": {}}).protocols == {"grouped": {}}


def test_a_check_measured_anew_leaves_the_others():
    report = REPORT.with_check("scope", {"learnt": True}).with_check("scope", {"learnt": False})
    assert report.content["checks"] == {"randomization": RANDOMIZATION, "scope": {"learnt": False}}
    assert REPORT.check("scope") is None


def test_a_report_is_read_from_its_folder(tmp_path):
    assert read_report(MODELS / "default").content["select_on"] == "validation"
    with pytest.raises(FileMissingError):
        read_report(tmp_path)
    (tmp_path / "report.json").write_text("[]", encoding="utf-8")
    with pytest.raises(FileUnreadableError):
        read_report(tmp_path)


def parse(command):
    words = command.split()
    assert words[:3] == ["python", "-m", "core"]
    return build_parser().parse_args(words[3:])


# The others compare two models and print a page: neither is stored.
STORED = [check for check in CHECKS if check not in (models, report)]


@pytest.mark.parametrize("check", STORED, ids=lambda check: check.__name__.split(".")[-1])
def test_the_command_of_a_check_is_one_that_stores_it(check, tmp_path):
    name = check.__name__.split(".")[-1]
    arguments = parse(check_command(tmp_path / "own", name))
    assert arguments.run is check.run
    assert (str(arguments.model), arguments.store) == ("models/own", True)


@pytest.mark.parametrize("protocols", [(), ("topics_today",), EVALUATION_PROTOCOLS])
def test_the_command_of_protocols_is_one_that_stores_them(protocols, tmp_path):
    arguments = parse(evaluate_command(tmp_path / "own", *protocols))
    assert arguments.run is evaluate.run
    assert (str(arguments.model), arguments.store) == ("models/own", True)
    assert (str(arguments.data), arguments.part) == ("data/knb", "test")
    assert tuple(arguments.protocol or ()) == protocols
