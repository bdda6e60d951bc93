"""Everything that 検査 finds out about a model, as one page to print or to send."""

from pathlib import Path

from markupsafe import Markup

from core.checks.report import CheckReport
from core.text.tokenizer import clean_text
from core.view.check_words import interval_text, slice_title
from core.view.html.parts import as_written, escaped, paragraph, section
from core.view.html.report_figures import (
    accuracy_section,
    calibration_section,
    flagged_sentence,
    measured_section,
    scope_section,
    slices_section,
)
from core.view.html.report_lists import (
    behaviour_section,
    duel_section,
    mistakes_section,
    protocols_section,
    shortcuts_section,
)
from core.words.lookup import Word

_STYLE = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
# Nothing may be fetched and no script may run, whatever a text of the file holds.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_LONG = 8  # characters of a card's figure that need smaller type


def report_html(report: CheckReport, *, language: str, word: Word) -> str:
    """Return a whole page that needs nothing but itself.

    Args:
        language: "ja" or "en", for those who read it aloud.
        word: the words of that language by their keys in `core.words`.
    """
    title = word("report_title", name=report.bundle.name)
    sections = [
        measured_section(report, word),
        accuracy_section(report, word),
        slices_section(report, word),
        calibration_section(report, word),
        scope_section(report, word),
        behaviour_section(report, word),
        shortcuts_section(report, word),
        duel_section(report, word),
        protocols_section(report, word),
        mistakes_section(report, word),
        section(word("report_sources"), paragraph(word("report_sources_body"), kind="note")),
    ]
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escaped(title)}</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n"
        f"<header><h1>{escaped(title)}</h1>{_subtitle(report, word)}{_cards(report, word)}"
        f"</header>\n<main>\n{chr(10).join(filter(None, sections))}\n</main>\n</body>\n</html>\n"
    )


def _subtitle(report: CheckReport, word: Word) -> Markup:
    return paragraph(
        word(
            "report_subtitle",
            source=as_written(clean_text(report.result.source)),
            count=f"{len(report.result):,}",
            time=f"{report.made_at:%Y-%m-%d %H:%M %Z}".strip(),
        )
    )


def _cards(report: CheckReport, word: Word) -> Markup:
    """The four figures of the page 検査."""
    result, metrics, worst = report.result, report.metrics, report.worst
    raw, calibrated = report.raw, report.calibrated
    cards = [
        ("accuracy", "–", ""),
        ("slice", "–", word("report_no_slice") if metrics else ""),
        ("calibration", "–", ""),
        ("scope", "–", word("report_no_scope")),
    ]
    if metrics is not None:
        accuracy = metrics.accuracy
        ends = {"low": f"{accuracy.low:.3f}", "high": f"{accuracy.high:.3f}"}
        cards[0] = ("accuracy", f"{accuracy.value:.3f}", word("check_interval", **ends))
    if raw is not None and calibrated is not None:
        before, after = f"{raw.ece:.3f}", f"{calibrated.ece:.3f}"
        cards[2] = ("calibration", after, word("report_ece", before=before, after=after))
    if worst is not None:
        cards[1] = (
            "slice",
            slice_title(worst, word=word),
            interval_text(worst.accuracy, word=word),
        )
    if result.scope_threshold is not None:
        flagged = f"{int(result.out_of_scope.sum()):,}"
        cards[3] = ("scope", flagged, flagged_sentence(report, word))
    return Markup(
        '<div class="cards">'
        + "".join(
            f"<div><h2>{escaped(word(f'check_card_{name}'))}</h2>"
            f'<p class="figure{" long" * (len(large) > _LONG)}">{escaped(large)}</p>'
            f"{paragraph(small)}</div>"
            for name, large, small in cards
        )
        + "</div>"
    )
