"""モデルどうし: another model on the same rows, those where the two differ first."""

from collections.abc import Sequence

import streamlit as st

from core.analyzer import Analyzer
from core.batch.predict import BatchResult
from core.checks.models import Duel, duel_with, predicted_label
from core.checks.provenance import count_tags, provenance_beside, rows_fingerprint, split_protocol
from core.stats.intervals import Interval
from core.types import PROTOCOLS
from core.ui.check.row_list import page_of
from core.ui.check.text_row import shortened, text_row
from core.ui.shell.as_written import escape_markdown
from core.ui.shell.loaders import get_analyzer, model_names
from core.ui.shell.waiting import computed_once
from core.ui.shell.words import word
from core.view.check_words import difference_sentence

_SHOWN = ("differing", "only_first", "only_second", "neither")
_SIDES = ("right", "wrong")


def models_panel(analyzer: Analyzer, result: BatchResult) -> None:
    """Draw who of two models is right on how many rows, and the rows where they differ."""
    st.subheader(word("models_heading"), help=word("models_help"))
    names = [name for name in model_names() if name != analyzer.bundle.folder.name]
    if not names:
        st.info(word("models_none", name=escape_markdown(analyzer.bundle.name)))
        return
    name = st.selectbox(word("models_other"), names, key="models_other", width=400)
    other = get_analyzer(name)
    duel = get_duel(analyzer, result, other)
    _standing_block(analyzer, other, duel)
    _figures_block(analyzer, other, duel)
    _rows_block(analyzer, other, duel)


def get_duel(analyzer: Analyzer, result: BatchResult, other: Analyzer) -> Duel:
    """Return what another model says about the same rows, beside `result`."""
    return computed_once(
        (
            "duel",
            analyzer.bundle.sha256,
            other.bundle.sha256,
            result.source,
            rows_fingerprint(result),
        ),
        lambda: duel_with(result, other),
        note=word("models_working"),
    )


def _standing_block(analyzer: Analyzer, other: Analyzer, duel: Duel) -> None:
    """Say of both models how they were trained and whether they may have learnt these rows."""
    bundles = (analyzer.bundle, other.bundle)
    standings = []
    for bundle, beside, own in zip(bundles, bundles[::-1], duel.own_labels, strict=True):
        standing = provenance_beside(bundle, beside, duel.first)
        standings.append(standing)
        protocol = split_protocol(bundle)
        sentence = word(
            "models_standing",
            name=escape_markdown(bundle.name),
            tags=word(f"models_tags_{'kept' if bundle.train.keep_tags else 'removed'}"),
            split=word(f"models_split_{protocol if protocol in PROTOCOLS else 'unknown'}"),
            standing=word(f"models_rows_{standing}"),
        )
        if own:
            labels = escape_markdown(word("list_joint").join(own))
            sentence += word("models_own_labels", labels=labels)
        st.markdown(f"- {sentence}")
    tagged = count_tags(duel.first)
    if tagged:
        st.caption(word("models_tagged", count=f"{tagged:,}"))
    else:
        st.caption(word("models_untagged"))
    if duel.difference is not None and len(set(standings)) > 1:
        st.warning(word("models_unfair"))


def _figures_block(analyzer: Analyzer, other: Analyzer, duel: Duel) -> None:
    first, second, difference = duel.first_accuracy, duel.second_accuracy, duel.difference
    if first is None or second is None or difference is None:
        st.info(word("models_not_judged"))
        return
    names = [escape_markdown(model.bundle.name) for model in (analyzer, other)]
    st.markdown(
        word(
            "models_accuracy",
            first=names[0],
            first_accuracy=_interval(first),
            second=names[1],
            second_accuracy=_interval(second),
            count=f"{int(duel.judged.sum()):,}",
        )
    )
    st.markdown(difference_sentence(difference, word=word), help=word("significance_help"))
    first_right, first_wrong = (word(f"models_{which}", name=names[0]) for which in _SIDES)
    second_right, second_wrong = (word(f"models_{which}", name=names[1]) for which in _SIDES)
    both, only_first, only_second, neither = (
        f"{len(rows):,}" for rows in (duel.both, duel.only_first, duel.only_second, duel.neither)
    )
    st.markdown(
        f"| | {second_right} | {second_wrong} |\n"
        "|---|--:|--:|\n"
        f"| **{first_right}** | {both} | {only_first} |\n"
        f"| **{first_wrong}** | {only_second} | {neither} |"
    )


def _interval(accuracy: Interval) -> str:
    return word(
        "models_interval",
        value=f"{accuracy.value:.3f}",
        low=f"{accuracy.low:.3f}",
        high=f"{accuracy.high:.3f}",
    )


def _rows_block(analyzer: Analyzer, other: Analyzer, duel: Duel) -> None:
    """Draw the rows with different answers, the surest first, or those of one kind."""
    heading = word("models_differing", count=f"{len(duel.differing):,}")
    st.markdown(f"**{heading}**", help=word("models_differing_help"))
    names = [model.bundle.name for model in (analyzer, other)]
    shown = "differing" if duel.difference is None else _shown_choice(names)
    rows: Sequence[int] = duel.differing
    if shown != "differing":
        kind = set(getattr(duel, shown))
        rows = [row for row in duel.differing if row in kind]
    if not rows:
        st.caption(word("models_no_rows"))
        return
    # Another model differs elsewhere: its list starts anew.
    page = page_of(len(rows), key=f"models_page_{hash((other.bundle.sha256, shown))}")
    for row in rows[page]:
        _row(duel, row, names)


def _shown_choice(names: Sequence[str]) -> str:
    first, second = (escape_markdown(name) for name in names)
    return st.segmented_control(
        word("models_shown"),
        _SHOWN,
        required=True,
        default="differing",
        format_func=lambda shown: word(f"models_shown_{shown}", first=first, second=second),
        key="models_shown",
        label_visibility="collapsed",
        wrap=True,
    )


def _row(duel: Duel, row: int, names: Sequence[str]) -> None:
    text = duel.first.texts[row]
    facts = []
    if duel.first.true_labels[row]:
        facts.append(word("check_true", label=shortened(duel.first.true_labels[row])))
    for name, result in zip(names, (duel.first, duel.second), strict=True):
        label, value = predicted_label(result, row), f"{result.confidence[row]:.2f}"
        facts.append(word("models_predicted", name=name, label=label, value=value))
    text_row(
        shortened(text),
        word("list_joint").join(facts),
        opens={word("check_open", number=row + 1): text},
        key=f"models_open_{row}",
    )
