"""Behaviour tests: how a case is judged and counted, and how files of them are read."""

import numpy as np
import pytest

from core.checks.behaviour import (
    Case,
    answerable,
    behaviour_record,
    read_cases,
    run_behaviour,
    score,
    score_by_capability,
    score_by_kind,
)
from core.errors import (
    BrokenCaseError,
    ColumnMissingError,
    FileMissingError,
    FileUnreadableError,
    NoCasesError,
    UnknownLabelError,
)
from core.paths import DATA
from core.stats.shares import counted_interval
from tests.fake_analyzers import ConstantAnalyzer, KyotoAnalyzer
from tests.fakes import LABELS

FOLDER = DATA / "behaviour"
HEADING = "id,kind,text,variant,label,direction"


def make_case(kind, **changes):
    fields = {"capability": "c", "name": "c-01", "text": "a", **changes}
    return Case(kind=kind, **fields)


def judge(case, **kyoto):
    (result,) = run_behaviour(KyotoAnalyzer(kyoto), [case])
    return result


# How a case is judged


def test_minimum_asks_for_the_label():
    right, wrong = (judge(make_case("minimum", label=name), a=0.9) for name in ("京都", "グルメ"))
    assert (right.passed, right.failed, right.change, right.after) == (True, False, None, None)
    assert (wrong.passed, wrong.failed, wrong.counted) == (False, True, True)


def test_invariance_asks_for_the_same_label_and_tells_how_far_it_moved():
    case = make_case("invariance", variant="b")
    stays = judge(case, a=0.9, b=0.6)
    assert stays.passed
    assert stays.change == pytest.approx(-0.3)
    # The label predicted before is グルメ here, and its probability falls by as much.
    leaves = judge(case, a=0.4, b=0.7)
    assert leaves.failed
    assert (leaves.before.label, leaves.after.label) == ("グルメ", "京都")
    assert leaves.change == pytest.approx(-0.3)


@pytest.mark.parametrize(
    ("direction", "start", "end", "asked", "passed"),
    [
        ("raises", 0.30, 0.32, True, True),
        ("raises", 0.30, 0.305, True, False),  # within the tolerance
        ("raises", 0.30, 0.20, True, False),
        ("raises", 0.94, 0.96, True, True),
        ("raises", 0.96, 0.99, False, False),  # no room
        ("raises", 0.95, 0.945, False, False),
        ("raises", 0.96, 0.90, True, False),  # no room, but the wrong way
        ("lowers", 0.30, 0.28, True, True),
        ("lowers", 0.30, 0.295, True, False),
        ("lowers", 0.30, 0.40, True, False),
        ("lowers", 0.99, 0.01, True, True),
        ("lowers", 0.04, 0.00, False, False),
        ("lowers", 0.05, 0.055, False, False),
        ("lowers", 0.04, 0.20, True, False),
    ],
)
def test_a_direction_needs_room_and_more_than_the_tolerance(direction, start, end, asked, passed):
    case = make_case("direction", variant="b", label="京都", direction=direction)
    result = judge(case, a=start, b=end)
    assert (result.counted, result.passed) == (asked, passed)
    assert result.failed == (asked and not passed)
    assert result.change == pytest.approx(end - start)


def test_all_texts_are_predicted_at_once_and_none_twice():
    analyzer = KyotoAnalyzer({"a": 0.1, "b": 0.2, "c": 0.3})
    cases = [
        make_case("invariance", variant="b"),
        make_case("direction", variant="c", label="京都", direction="raises"),
        make_case("minimum", text="c", label="グルメ"),
    ]
    results = run_behaviour(analyzer, cases)
    assert analyzer.calls == [["a", "b", "c"]]
    assert [result.case for result in results] == cases
    assert [result.before.tokenized.text for result in results] == ["a", "a", "c"]


def test_a_label_that_the_model_lacks_is_told_or_left_out():
    known, strange = make_case("invariance", variant="b"), make_case("minimum", label="天気")
    with pytest.raises(UnknownLabelError, match="天気"):
        run_behaviour(KyotoAnalyzer({}), [known, strange])
    assert answerable([known, strange], LABELS) == (known,)


# How the results are counted


def test_the_score_of_directions_leaves_out_what_was_not_asked():
    analyzer = KyotoAnalyzer({"a": 0.3, "b": 0.5, "c": 0.305, "d": 0.96, "e": 0.98})
    cases = [
        make_case("direction", text=text, variant=variant, label="京都", direction="raises")
        for text, variant in (("a", "b"), ("a", "c"), ("d", "e"), ("d", "b"))
    ]
    counted = score(run_behaviour(analyzer, cases))
    assert (counted.passed, counted.total, counted.not_counted) == (1, 3, 1)
    assert counted.mean_change == pytest.approx((0.2 + 0.005 + 0.02 + 0.46) / 4)
    assert (counted.low, counted.high) == pytest.approx(counted_interval(1, 3))


def test_nothing_asked_gives_no_share():
    case = make_case("direction", variant="b", label="京都", direction="raises")
    counted = score([judge(case, a=0.97, b=0.98)])
    assert (counted.passed, counted.total, counted.not_counted) == (0, 0, 1)
    assert np.isnan([counted.low, counted.high]).all()


def test_the_controls_are_what_constant_models_pass_at_best():
    cases = read_cases(FOLDER)
    shares = {}
    for label in LABELS:
        for value in (0.4, 1.0):
            results = run_behaviour(ConstantAnalyzer(label, value), cases)
            controls = {name: one.control for name, one in score_by_capability(results).items()}
            for name, one in score_by_capability(results).items():
                share = one.passed / one.total if one.total else 0.0
                shares[name] = max(shares.get(name, 0.0), share)
    assert shares == pytest.approx(controls)
    assert {one.kind: one.control for one in score_by_kind(results).values()} == {
        "minimum": 0.25,
        "invariance": 1.0,
        "direction": 0.0,
    }


def test_the_record_names_what_failed():
    cases = [
        make_case("minimum", name="c-01", label="京都"),
        make_case("minimum", name="c-02", label="グルメ"),
        make_case("direction", capability="d", variant="b", label="京都", direction="raises"),
    ]
    results = run_behaviour(KyotoAnalyzer({"a": 0.96, "b": 0.97}), cases)
    record = behaviour_record(results, skipped=3)
    assert (record["num_cases"], record["skipped"]) == (3, 3)
    minimum = record["capabilities"]["c"]
    assert (minimum["passed"], minimum["total"], minimum["failed"]) == (1, 2, ["c-02"])
    assert minimum["control"] == 0.5
    direction = record["capabilities"]["d"]
    assert (direction["total"], direction["not_asked"], direction["failed"]) == (0, 1, [])
    assert (direction["low"], direction["high"]) == (None, None)
    assert record["kinds"]["minimum"]["passed"] == 1


# How files are read


def write(folder, name, *rows, heading=HEADING):
    (folder / name).write_text("\n".join([heading, *rows, ""]), encoding="utf-8")


def test_cases_are_read_kind_by_kind(tmp_path):
    write(tmp_path, "a.csv", "a-1,direction,x,y,京都,lowers")
    write(tmp_path, "b.csv", 'b-1,invariance,x,"x\ny",,', 'b-2,invariance,"x,",z,,')
    write(tmp_path, "c.csv", "c-1,minimum,x,,京都,")
    (tmp_path / "README.md").write_text("no case", encoding="utf-8")
    cases = read_cases(tmp_path)
    assert [case.name for case in cases] == ["c-1", "b-1", "b-2", "a-1"]
    assert cases[1] == Case(kind="invariance", capability="b", name="b-1", text="x", variant="x\ny")
    assert cases[3] == Case(
        kind="direction",
        capability="a",
        name="a-1",
        text="x",
        variant="y",
        label="京都",
        direction="lowers",
    )


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("b,other,x,,京都,", "kind"),
        ("b,invariance,x,y,,", "kind"),  # another kind than the first row's
        (",minimum,x,,京都,", "id"),
        ("a,minimum,x,,京都,", "id"),  # twice
        ("b,minimum, ,,京都,", "text"),
        ("b,minimum,x,y,京都,", "variant"),
        ("b,minimum,x,,,", "label"),
        ("b,minimum,x,,京都,raises", "direction"),
        ("b,minimum,x,,京都", "direction"),
        ("b,minimum,x,,京都,,more", "id"),
    ],
)
def test_a_broken_row_is_told_with_its_line(tmp_path, row, column):
    write(tmp_path, "a.csv", "a,minimum,x,,京都,", row)
    with pytest.raises(BrokenCaseError, match="line 3") as caught:
        read_cases(tmp_path)
    assert column in caught.value.received["column"]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("a,invariance,x,x,,", "variant"),
        ("a,invariance,x,,,", "variant"),
        ("a,invariance,x,y,京都,", "label"),
        ("a,direction,x,y,京都,up", "direction"),
        ("a,direction,x,y,京都,", "direction"),
    ],
)
def test_a_broken_pair_is_told(tmp_path, row, column):
    write(tmp_path, "a.csv", row)
    with pytest.raises(BrokenCaseError) as caught:
        read_cases(tmp_path)
    assert caught.value.received["column"] == column


def test_ids_are_unique_over_all_files(tmp_path):
    for name in ("a.csv", "b.csv"):
        write(tmp_path, name, "a,minimum,x,,京都,")
    with pytest.raises(BrokenCaseError, match=r"b\.csv, line 2"):
        read_cases(tmp_path)


def test_broken_folders_and_files_are_told(tmp_path):
    with pytest.raises(FileMissingError):
        read_cases(tmp_path / "nowhere")
    with pytest.raises(NoCasesError):
        read_cases(tmp_path)
    write(tmp_path, "a.csv")
    with pytest.raises(NoCasesError):
        read_cases(tmp_path)
    write(tmp_path, "a.csv", "a,minimum,x,,京都", heading="id,kind,text,variant,label")
    with pytest.raises(ColumnMissingError, match="direction"):
        read_cases(tmp_path)
    write(tmp_path, "a.csv", 'a,minimum,"x,,京都,')
    with pytest.raises(FileUnreadableError, match="CSV"):
        read_cases(tmp_path)
    (tmp_path / "a.csv").write_bytes("京都".encode("cp932"))
    with pytest.raises(FileUnreadableError, match="UTF-8"):
        read_cases(tmp_path)
