"""docs/notebook.ipynb runs from top to bottom, and shows what is stored in it."""

import html
import os
import re
import subprocess
import sys

import nbformat
import pytest

from core.paths import ROOT

NOTEBOOK = ROOT / "docs" / "notebook.ipynb"
_NUMBER = re.compile(r"\d+\.\d+")


def results(notebook):
    """What a person reads below each cell."""
    shown = []
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            data = output["data"]
            text = data.get("text/html", data.get("text/plain"))
            text = re.sub(r"<style>.*?</style>|<[^>]*>", " ", text, flags=re.DOTALL)
            shown.append(html.unescape(text).split())
    return shown


@pytest.fixture(scope="module")
def executed(tmp_path_factory):
    """A copy that ran in a kernel of its own and left nothing in the home folder."""
    folder = tmp_path_factory.mktemp("nb")
    copy = folder / "executed.ipynb"
    own = ("IPYTHONDIR", "JUPYTER_RUNTIME_DIR", "JUPYTER_CONFIG_DIR")
    done = subprocess.run(
        [sys.executable, ROOT / "tests" / "execute_notebook.py", NOTEBOOK, copy],
        cwd=ROOT,
        env=os.environ | dict.fromkeys(own, str(folder)) | {"LC_ALL": "ja_JP.UTF-8"},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return nbformat.read(copy, as_version=4)


def test_it_shows_what_is_stored_in_it(executed):
    stored = results(nbformat.read(NOTEBOOK, as_version=4))
    fresh = results(executed)
    assert len(fresh) == len(stored) == 3
    for one, other in zip(fresh, stored, strict=True):
        assert [_NUMBER.sub("#", part) for part in one] == [
            _NUMBER.sub("#", part) for part in other
        ]
        numbers = [[float(n) for n in _NUMBER.findall(" ".join(parts))] for parts in (one, other)]
        assert numbers[0] == pytest.approx(numbers[1], abs=2e-4)


def test_an_analysis_shows_its_category_and_its_text(executed):
    first, second, verdicts = results(executed)
    assert first[:2] == ["予測", "グルメ"]
    assert "もちろん、おいしいうどんを食べることを、第一の目的にして行くのだが。" in "".join(first)
    assert "「スポーツ」についての値です。" in "".join(second)
    assert "'random':" in verdicts


def test_no_place_of_a_computer_is_stored():
    stored = NOTEBOOK.read_text(encoding="utf-8")
    assert str(ROOT) not in stored
    assert re.findall(r"/(?:home|Users|root|tmp|work)/", stored) == []
