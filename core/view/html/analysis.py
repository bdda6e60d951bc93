"""What 分析 says about one text as HTML that needs nothing but itself: a page or a piece."""

import html
import math
from collections.abc import Iterator, Sequence
from pathlib import Path

from markupsafe import Markup

from core.explain.explanation import Analysis, Explanation, MethodResult
from core.model.bundle import Bundle
from core.model.report import ModelReport, check_command
from core.types import Prediction
from core.view.explanation_words import (
    counts_sentence,
    legend_sentence,
    remark_sentences,
    sufficiency_sentence,
    unchecked_sentence,
    verdict_sentence,
)
from core.view.highlight import is_nearly_uniform
from core.view.html.parts import (
    as_written,
    bullets,
    facts,
    filled_as_written,
    japanese,
    paragraph,
    section,
    table,
    whole,
)
from core.view.json.explanation import unit_names
from core.view.numbers import plain_number, signed_number
from core.view.painted_segments import PaintedSegment, painted_segments
from core.view.palette import (
    ACCENT,
    AGAINST_HUE,
    FOR_HUE,
    HIGHLIGHT,
    OTHERS,
    PAGE,
    PAGE_INK,
    QUIET,
)
from core.view.token_colours import token_background
from core.words.lookup import Word

_FOLDER = Path(__file__).parent
_PAGE_STYLE = (_FOLDER / "analysis.css").read_text(encoding="utf-8")
_PARTS_STYLE = (_FOLDER / "analysis_parts.css").read_text(encoding="utf-8")
# Nothing may be fetched and no script may run, whatever the text holds.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_TITLE_CHARACTERS = 40
_MAX_HIDDEN_CHARACTERS = 60  # of what the model never saw, in the comparison


def analysis_html(
    explanation: Explanation,
    bundle: Bundle,
    *,
    report: ModelReport,
    method: str,
    scale: str,
    language: str,
    word: Word,
) -> str:
    """Return a whole page.

    Args:
        report: what was measured of the model.
        method: the one of the explanation's methods that is drawn large.
        scale: one of `core.view.highlight.SCALES`.
        language: "ja" or "en", for those who read it aloud.
        word: the words of that language by their keys in `core.words`.
    """
    result = explanation.results[method]
    text = " ".join(explanation.prediction.tokenized.text.split())
    short = text if len(text) <= _TITLE_CHARACTERS else text[:_TITLE_CHARACTERS] + "…"
    title = word("export_title", text=short)
    sections = [
        section(
            word("looked_at"),
            *_method_lines(result.analysis, word),
            _strip(result.analysis, scale=scale, unit=explanation.unit, word=word, focus=True),
            paragraph(verdict_sentence(result.faithfulness, word=word)),
            *_notes(result.analysis, scale=scale, unit=explanation.unit, word=word),
        ),
        section(word("probability"), _bars(explanation.prediction, word)),
        _comparison(explanation, bundle, report, scale=scale, word=word),
        section(word("model"), _identity(bundle, word)),
        section(word("export_reading"), bullets(_reading(word))),
    ]
    return (
        f'<!doctype html>\n<html lang="{language}" class="chumoku">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_escaped(title)}</title>\n"
        f"<style>\n{_PAGE_STYLE}{_PARTS_STYLE}{_colours()}</style>\n</head>\n"
        f'<body>\n<header><p class="app">{_escaped(word("app_name"))}</p>'
        f"{_headline(explanation.prediction, word, tag='h1')}</header>\n"
        f"<main>\n{chr(10).join(sections)}\n</main>\n</body>\n</html>\n"
    )


def analysis_fragment(
    analysis: Analysis, *, word: Word, scale: str = "relative", unit: str = "piece"
) -> str:
    """Return a piece of a page, as notebooks show it below a cell.

    Args:
        scale: one of `core.view.highlight.SCALES`.
        unit: one of `core.types.UNITS`.
        word: the words of a language by their keys in `core.words`.
    """
    parts = [
        _headline(analysis.prediction, word, tag="p"),
        *_method_lines(analysis, word),
        _strip(analysis, scale=scale, unit=unit, word=word, focus=True),
        *_notes(analysis, scale=scale, unit=unit, word=word),
        _bars(analysis.prediction, word),
        paragraph(word("export_honest"), kind="note"),
    ]
    style = f"<style>\n{_PARTS_STYLE}{_colours()}</style>"
    return f'<div class="chumoku">{style}\n{chr(10).join(parts)}\n</div>'


def _headline(prediction: Prediction, word: Word, *, tag: str) -> Markup:
    label, confidence = _escaped(prediction.label), f"{prediction.confidence:.2f}"
    headline = Markup(
        f'<{tag} class="headline"><span class="quiet">{_escaped(word("prediction"))}</span> '
        f"<strong>{label}</strong> {confidence}</{tag}>"
    )
    if prediction.out_of_scope:
        return headline + paragraph(word("scope_maybe_out"), kind="warning")
    if prediction.out_of_scope is None and prediction.confidence < 0.5:
        return headline + paragraph(word("no_majority"), kind="warning")
    return headline


def _method_lines(analysis: Analysis, word: Word) -> Iterator[Markup]:
    yield Markup(f"<p><strong>{_escaped(word(analysis.attribution.method))}</strong></p>")
    for remark in remark_sentences(analysis, word=filled_as_written(word)):
        yield paragraph(remark, kind="note")


def _notes(analysis: Analysis, *, scale: str, unit: str, word: Word) -> Iterator[Markup]:
    yield paragraph(legend_sentence(analysis, scale=scale, unit=unit, word=word), kind="note")
    yield paragraph(counts_sentence(analysis, word=word), kind="note")


def _strip(analysis: Analysis, *, scale: str, unit: str, word: Word, focus: bool) -> Markup:
    """Return the text with its highlight; without its tags it is the text as it was written.

    Args:
        focus: whether the keyboard reaches every token, and the whole text is kept.
    """
    segments = painted_segments(analysis, scale=scale, unit=unit, word=word)
    padding = analysis.attribution.padding_share
    block = ""
    if padding is not None and focus:
        sentence = word("padding_block", share=f"{100 * padding:.1f}")
        block = f'<p class="padding">{_escaped(sentence)}</p>'
    drawn = "".join(_segment(one, focus=focus) for one in segments)
    label = _escaped(word("tokens_label"))
    return Markup(
        f'{block}<div class="view"><div class="flow" lang="ja" role="group" '
        f'aria-label="{label}">{drawn}</div></div>'
    )


def _segment(segment: PaintedSegment, *, focus: bool) -> str:
    text = segment.text
    if segment.truncated:
        if not focus and len(text) > _MAX_HIDDEN_CHARACTERS:
            text = text[:_MAX_HIDDEN_CHARACTERS] + "…"
        return f"<s>{_escaped(text)}</s>"
    if not segment.is_token:
        return f"<span>{_escaped(text)}</span>"
    kinds = ["token", *["negative"] * segment.negative, *["mark"] * segment.is_mark]
    light, dark = (
        token_background(segment.strength, negative=segment.negative, theme=theme)
        for theme in ("light", "dark")
    )
    # One number more than a person sees: the thickness of the line.
    style = f"--l:{light};--d:{dark};--w:{1 + 4 * segment.strength:.1f}px"
    status = _escaped(segment.status)
    reach = f' tabindex="0" role="group" aria-label="{status}"' if focus else ""
    return (
        f'<span class="{" ".join(kinds)}" style="{style}"{reach} data-value="{status}">'
        f"{_escaped(text)}</span>"
    )


def _colours() -> str:
    """Return the colours of both themes as custom properties of a style sheet."""
    light, dark = (
        f".chumoku {{ --ink: {PAGE_INK[theme]}; --quiet: {QUIET[theme]}; --paper: {PAGE[theme]}; "
        f"--bar: {OTHERS[theme]}; --first: {ACCENT[theme]}; --warn: {HIGHLIGHT[theme]}; "
        f"--for: {FOR_HUE}; --against: {AGAINST_HUE} }}\n"
        for theme in ("light", "dark")
    )
    return f"{light}@media (prefers-color-scheme: dark) {{\n{dark}}}\n"


def _bars(prediction: Prediction, word: Word) -> Markup:
    """Return one row per label, the most probable first."""
    order = sorted(
        range(len(prediction.labels)), key=lambda number: -prediction.probabilities[number]
    )
    both = bool((prediction.probabilities != prediction.raw_probabilities).any())
    head = [word("category"), word("calibrated") if both else word("probability")]
    if both:
        head.append(word("raw"))
    rows = []
    for number in order:
        share = float(prediction.probabilities[number])
        values = [f"{share:.4f}"]
        if both:
            values.append(f"{prediction.raw_probabilities[number]:.4f}")
        kind = ' class="first"' if number == order[0] else ""
        cells = "".join(f'<td class="number">{value}</td>' for value in values)
        rows.append(
            f'<tr{kind}><th scope="row">{_escaped(prediction.labels[number])}</th>{cells}'
            f'<td class="track"><div class="bar" style="width:{100 * share:.2f}%"></div></td></tr>'
        )
    heads = "".join(
        f'<th scope="col"{" class=number" * (place > 0)}>{_escaped(name)}</th>'
        for place, name in enumerate(head)
    )
    return Markup(
        f'<table class="bars"><thead><tr>{heads}<td></td></tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table>"
    )


def _comparison(
    explanation: Explanation, bundle: Bundle, report: ModelReport, *, scale: str, word: Word
) -> Markup:
    """Return a strip and a verdict per method, and two tables: all values, the agreement."""
    parts = [
        paragraph(word("methods_help"), kind="note"),
        paragraph(word("legend_signs"), kind="note"),
    ]
    checks = {name: report.randomization(name) for name in explanation.results}
    unchecked = [name for name, check in checks.items() if check is None]
    if unchecked:
        command = check_command(bundle.folder, "randomization")
        sentence = unchecked_sentence(unchecked, command=as_written(command), word=word)
        parts.append(paragraph(sentence, kind="warning"))
    for place, (name, result) in enumerate(explanation.results.items(), start=1):
        heading = _escaped(word("methods_place", place=place, name=word(name)))
        parts.append(Markup(f"<h3>{heading}</h3>"))
        parts.append(paragraph(verdict_sentence(result.faithfulness, word=word)))
        check = checks[name]
        if check is None:
            parts.append(paragraph(word("methods_unchecked"), kind="warning"))
        elif check["suspicious"]:
            parts.append(paragraph(word("export_suspicious"), kind="warning"))
        parts.append(
            _strip(result.analysis, scale=scale, unit=explanation.unit, word=word, focus=False)
        )
        notes = [sufficiency_sentence(result.faithfulness, word=word)]
        if is_nearly_uniform(result.analysis.attribution.token_scores):
            notes.append(word("nearly_uniform"))
        parts.append(paragraph(" ".join(notes), kind="note"))
    parts += [_values(explanation, word), _agreement(explanation, word)]
    return section(word("methods_heading"), *parts)


def _values(explanation: Explanation, word: Word) -> Markup:
    results = explanation.results.values()
    names = unit_names(explanation)
    rows = [
        [japanese(names[number]), *(whole(_value(result, number)) for result in results)]
        for number, unit in enumerate(explanation.units)
        if unit.tokens[0] < len(explanation.token_ids)
    ]
    heads = [word(f"unit_{explanation.unit}"), *_places(len(results))]
    caption = word("export_values_caption")
    return _unfolding(
        word("export_values"), table(caption, heads, rows, numbers=_after_first(heads))
    )


def _agreement(explanation: Explanation, word: Word) -> Markup:
    agreement = explanation.agreement
    places = _places(len(agreement.methods))
    rows = [
        [place, *("–" if math.isnan(value) else plain_number(value) for value in row.tolist())]
        for place, row in zip(places, agreement.kendall_tau, strict=True)
    ]
    heads = [word("methods_one"), *places]
    drawn = table(word("methods_tau_help"), heads, rows, numbers=_after_first(heads))
    return _unfolding(word("methods_tau"), drawn)


def _places(count: int) -> list[str]:
    return [str(place) for place in range(1, count + 1)]


def _after_first(heads: Sequence[str]) -> range:
    return range(1, len(heads))


def _unfolding(title: str, content: Markup) -> Markup:
    """Return what is as wide as it is behind a title that opens it."""
    name = _escaped(title)
    return Markup(
        f"<details><summary>{name}</summary>"
        f'<div class="wide" tabindex="0" role="group" aria-label="{name}">{content}</div></details>'
    )


def _value(result: MethodResult, number: int) -> str:
    score = float(result.unit_scores[number])
    signed = result.analysis.attribution.signed
    return signed_number(score, digits=4) if signed else f"{score:.4f}"


def _identity(bundle: Bundle, word: Word) -> Markup:
    model, record = bundle.model, bundle.record
    versions = ", ".join(f"{name} {version}" for name, version in record["versions"].items())
    pairs = [
        (word("export_name"), bundle.name),
        (word("export_sha256"), Markup(f"<code>{_escaped(bundle.sha256)}</code>")),
        (word("export_preset"), model.preset),
        (word("category"), ", ".join(model.labels)),
        (word("export_data"), str(record["data"].get("source", "–"))),
        (word("export_versions"), versions or "–"),
    ]
    return facts(pairs)


def _reading(word: Word) -> Iterator[str]:
    yield word("export_honest")
    yield word("export_targets")
    yield word("about_sources")


def _escaped(text: str) -> str:
    # A browser would make a line feed of the one, and nothing at all of the other.
    return html.escape(text).replace("\r", "&#13;").replace("\0", "\N{REPLACEMENT CHARACTER}")
