"""The columns of `batch`: declared once, the same in the help and in the docs."""

from core.data.answer_columns import COLUMNS
from tests.conftest import ROOT
from tests.fakes import LABELS
from tests.run_main import run_main


def test_a_column_for_every_label_is_called_by_it():
    names = [name for column in COLUMNS for name in column.names(LABELS)]
    assert [name for name in names if name.startswith("p_")] == [f"p_{label}" for label in LABELS]
    assert len(names) == len(set(names)) == len(COLUMNS) - 1 + len(LABELS)
    assert not any("<" in name for name in names)


def test_the_help_lists_the_columns(capsys):
    result = run_main(capsys, "batch", "--help")
    heading, *lines = result.out.splitlines()[-len(COLUMNS) - 1 :]
    assert (result.code, heading) == (0, "columns of the answers, behind those of the file:")
    assert [tuple(line.split(maxsplit=2)) for line in lines] == [
        (column.name, column.kind, column.meaning) for column in COLUMNS
    ]
    assert all(len(line) <= 80 for line in lines)


def test_the_docs_list_the_columns():
    page = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    _, table = page.split("<!-- batch columns: held to core/data/answer_columns.py by a test -->\n")
    assert table.split("\n\n")[0].splitlines() == [
        "| column | holds | meaning |",
        "|---|---|---|",
        *(f"| `{column.name}` | {column.kind} | {column.meaning} |" for column in COLUMNS),
    ]
