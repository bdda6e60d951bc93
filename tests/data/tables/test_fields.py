"""Objects inside of records are columns, or stay whole where they cannot be."""

from functools import partial

import pytest

from tests.data.tables.json_files import read_content


@pytest.fixture
def read(tmp_path):
    return partial(read_content, tmp_path)


def test_fields_of_objects_are_columns(read):
    content = [
        {"id": 1, "data": {"text": "寺", "meta": {"by": "x"}}, "annotations": []},
        {"id": 2, "data": {"text": "茶", "meta": {}}, "more": None},
        {"data": None, "more": {"n": 1}},
    ]
    columns, rows, notes = read(content)
    assert columns == ["id", "data.text", "data.meta.by", "annotations", "more.n"]
    assert rows == [["1", "寺", "x", "", ""], ["2", "茶", "", "", ""], ["", "", "", "", "1"]]
    assert notes == {"list_empty": {"count": "1", "row": "1", "column": "annotations"}}


@pytest.mark.parametrize(
    ("content", "columns", "notes"),
    [
        ([{"a.b": 1, "a": {"b": 2}}], ["a.b", "a.b_2"], {"column_twice"}),
        ([{"a": 1, " a": 2}], ["a", "a_2"], {"column_twice"}),
        ([{"": 1, "a": 2}], ["column_1", "a"], {"unnamed_column"}),
    ],
)
def test_two_columns_never_have_one_name_and_none_is_without(read, content, columns, notes):
    found, rows, said = read(content)
    assert (found, rows, set(said)) == (columns, [["1", "2"]], notes)


@pytest.mark.parametrize(
    ("content", "columns", "rows", "notes"),
    [
        # The same key holds an object and something else: first, and later.
        ([{"a": {"x": 1}}, {"a": 2, "b": 3}], ["a", "b"], [['{"x": 1}', ""], ["2", "3"]], {"objects_whole"}),
        ([{"a": 2, "b": 3}, {"a": {"x": {"y": 1}}}], ["a", "b"], [["2", "3"], ['{"x": {"y": 1}}', ""]], {"objects_whole"}),
        # A sixth key on the way.
        ([{"a": {"b": {"c": {"d": {"e": {"f": 1}}}}}}], ["a.b.c.d.e"], [['{"f": 1}']], {"as_json"}),
    ],
)  # fmt: skip
def test_what_cannot_be_columns_stays_whole_and_is_said(read, content, columns, rows, notes):
    found, cells, said = read(content)
    assert (found, cells, set(said)) == (columns, rows, notes)


def test_a_dictionary_in_every_record_is_no_hundred_columns(read):
    content = [{"text": "寺", "votes": {f"{row}-{n}": n for n in range(60)}} for row in range(30)]
    columns, rows, notes = read(content)
    assert columns == ["text", "votes"]
    assert rows[29][1].startswith('{"29-0": 0, ')
    assert notes == {"objects_whole": {"count": "1", "column": "votes"}}
