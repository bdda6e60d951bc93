"""history.csv: written, read, and the epoch that a training keeps."""

import pytest

from core.errors import FileUnreadableError
from core.files import read_json
from core.model.bundle import CURVES_FILE
from core.model.curves import Epoch, kept_epoch, read_curves, write_curves
from core.paths import MODELS


def epoch(number, accuracy):
    return Epoch(
        number=number, loss=1.5, accuracy=0.25, selection_loss=0.75, selection_accuracy=accuracy
    )


def test_what_is_written_is_read_and_the_first_best_is_kept(tmp_path):
    history = (epoch(1, 0.5), epoch(2, 0.75), epoch(3, 0.75), epoch(4, 0.625))
    write_curves(tmp_path / "history.csv", history)
    assert read_curves(tmp_path / "history.csv") == history
    assert kept_epoch(history).number == 2


@pytest.mark.parametrize(("name", "part"), [("default", "validation"), ("article", "test")])
def test_the_kept_epoch_of_a_shipped_model_has_its_reported_accuracy(name, part):
    kept = kept_epoch(read_curves(MODELS / name / CURVES_FILE))
    report = read_json(MODELS / name / "report.json")
    assert kept.selection_accuracy == pytest.approx(report[part]["accuracy"])


@pytest.mark.parametrize("text", ["number,loss\n1,2\n", "number\nx\n", "", "number,loss\n"])
def test_no_history_is_refused(tmp_path, text):
    path = tmp_path / "history.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FileUnreadableError):
        read_curves(path)
