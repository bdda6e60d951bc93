"""What report.json of a model folder says, and the commands that measure what it lacks."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

from core.files import read_json
from core.model.bundle import REPORT_FILE
from core.model.config import EVALUATION_PROTOCOLS
from core.stats.significance import Difference, compare_articles

Figures = Mapping[str, Any]

# What "calibration" repeats of the test part, beside the temperature.
CALIBRATION_FIGURES = (
    "ece_before",
    "ece_after",
    "nll_before",
    "nll_after",
    "brier_before",
    "brier_after",
)
# These take any dataset. `behaviour` brings its own cases, and `scope` only takes the very data
# that the model was trained from: a folder named here might be another.
_CHECKS_OF_ANY_DATA = ("attention", "randomization", "shortcuts")


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelReport:
    """What was measured of a model: at the end of its training, and what was stored since.

    Attributes:
        content: as report.json holds it.
    """

    content: Mapping[str, Any]

    @property
    def data(self) -> Mapping[str, Any]:
        """Where the sentences came from and how they were split, as far as that is known."""
        return self.content["data"]

    @property
    def calibration(self) -> Figures:
        """The temperature, and what it changes on the test part."""
        return self.content["calibration"]

    @property
    def test(self) -> Figures:
        """The figures of the test part, which every report has."""
        return self.content["test"]

    def part(self, name: str) -> Figures | None:
        """Return the figures of "validation" or "test", None where the model learnt from it."""
        return self.content.get(name)

    @property
    def protocols(self) -> Mapping[str, Figures]:
        """The figures by protocol, those that were measured, see `core.checks.protocols`."""
        return self.content.get("protocols", {})

    def protocol(self, name: str) -> Figures | None:
        """Return the figures of one protocol, None where it was not measured."""
        return self.protocols.get(name)

    def protocol_difference(self, first: str, second: str) -> Difference | None:
        """Compare two protocols article by article.

        Returns:
            The accuracy of the first minus that of the second, None where one of them was not
            measured or does not hold what its articles came to.
        """
        records = [self.protocols.get(name, {}) for name in (first, second)]
        if not all("articles" in record for record in records):
            return None
        one, other = (record["articles"] for record in records)
        return compare_articles(one["sizes"], one["right"], other["sizes"], other["right"])

    def check(self, name: str) -> Figures | None:
        """Return what one of the `checks` measured, None where nothing is stored of it."""
        return self.content.get("checks", {}).get(name)

    def randomization(self, method: str) -> Figures | None:
        """Return a method's figures of the check "randomization", None where there are none."""
        check = self.check("randomization")
        return None if check is None else check["methods"].get(method)

    def with_part(self, name: str, figures: Figures) -> Self:
        """Return a report with other figures of "validation" or "test"."""
        content = {**self.content, name: figures}
        if name == "test":
            repeated = {figure: figures[figure] for figure in CALIBRATION_FIGURES}
            content["calibration"] = {**self.calibration, **repeated}
        return replace(self, content=content)

    def with_protocols(self, records: Mapping[str, Figures]) -> Self:
        """Return a report with the figures of some protocols; older ones give way."""
        known = {**self.protocols, **records}
        ordered = {name: known[name] for name in EVALUATION_PROTOCOLS if name in known}
        return replace(self, content={**self.content, "protocols": ordered})

    def with_check(self, name: str, figures: Figures) -> Self:
        """Return a report with what a check measured; an older one gives way."""
        checks = {**self.content.get("checks", {}), name: figures}
        return replace(self, content={**self.content, "checks": checks})


def read_report(folder: Path) -> ModelReport:
    """Read the report of a model folder.

    Raises:
        FileMissingError, FileUnreadableError: naming the file.
    """
    return ModelReport(content=read_json(folder / REPORT_FILE))


def check_command(folder: Path, name: str) -> str:
    """Return the command that measures one of the `checks` of a model and stores it."""
    data = " --data data/knb" if name in _CHECKS_OF_ANY_DATA else ""
    return f"python -m core checks {name} --model models/{folder.name}{data} --store"


def evaluate_command(folder: Path, *protocols: str) -> str:
    """Return the command that measures protocols, without one the test part, and stores it."""
    options = f" --protocol {' '.join(protocols)}" if protocols else ""
    return f"python -m core evaluate{options} --model models/{folder.name} --data data/knb --store"
