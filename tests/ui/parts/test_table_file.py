"""The files of tables: what a spreadsheet opens, from every table and from nowhere else."""

import re
import tomllib
from unittest.mock import patch

import pytest

from core.paths import ROOT
from core.ui.parts import table_file

UI = ROOT / "core" / "ui"
TABLES = [path for path in sorted(UI.rglob("*.py")) if "st.dataframe(" in path.read_text("utf-8")]


def saved(rows):
    with patch.object(table_file.st, "download_button") as button:
        table_file.table_file_button(rows, name="x")
    (_, content), options = button.call_args
    assert options["file_name"] == "chumoku-x.csv"
    return content()


def test_cells_of_text_are_no_formulas_and_numbers_stay_numbers():
    rows = [
        {"=文": text, "値": value}
        for text, value in (("=1+1", -0.5), ("-ω-", 2.25), (None, None), ("京都,\n「寺」", 0))
    ]
    content = saved(rows)
    assert content.startswith(b"\xef\xbb\xbf'=")
    assert content.decode("utf-8-sig").splitlines()[1:] == [
        "'=1+1,-0.5", "'-ω-,2.25", ",", '"京都,', '「寺」",0.0',
    ]  # fmt: skip


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_every_table_has_its_file(path):
    source = path.read_text("utf-8")
    buttons = re.findall(r"\b(?:table_file_button|st\.download_button)\(", source)
    assert len(buttons) == source.count("st.dataframe(")


def test_the_tables_own_sign_for_files_is_off():
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    assert settings["client"]["disableDataExport"] is True
