"""The blocks of the page 比較: A on the left, B on the right, the differences below."""

import math
from dataclasses import dataclass

import streamlit as st

from core.analyzer import Analyzer
from core.errors import CoreError
from core.explain.explanation import Analysis
from core.explain.methods.registry import METHODS
from core.lab.compare import (
    ComparedProbabilities,
    ComparedTokens,
    compare_probabilities,
    compare_tokens,
)
from core.text.limits import check_length
from core.types import Attribution, Prediction
from core.ui.parts.explaining import get_analysis
from core.ui.parts.prediction import headline
from core.ui.parts.table_file import table_file_button
from core.ui.parts.token_view import token_view
from core.ui.shell.address import required_choice, start_choice, write_choice
from core.ui.shell.as_written import escape_markdown
from core.ui.shell.loaders import CHANGED_EXAMPLE, get_analyzer, get_examples, model_names
from core.ui.shell.messages import error_markdown
from core.ui.shell.theme import theme
from core.ui.shell.words import word
from core.view.charts.compare import compare_chart
from core.view.highlight import is_nearly_uniform
from core.view.numbers import signed_number

SIDES = ("A", "B")

_MODES = ("texts", "models")
_MODE_KEY = "mode"
_OTHER_KEY = "other"
_METHOD_KEY = "method"
_TEXT_KEYS = ("compare_left", "compare_right")


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One column: what is asked, and who is asked.

    Attributes:
        heading: Markdown.
    """

    analyzer: Analyzer
    text: str
    heading: str


def sides_block(analyzer: Analyzer) -> tuple[Side, Side] | None:
    """Draw the switch and the text fields; return the two sides, None where there is no second.

    Args:
        analyzer: the model of the menu.
    """
    start_choice(_MODE_KEY, _MODES, default="texts")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        mode = required_choice(
            st.segmented_control(
                word("compare_mode"),
                _MODES,
                required=True,
                format_func=lambda option: word(f"compare_mode_{option}"),
                key=_MODE_KEY,
                on_change=write_choice,
                args=(_MODE_KEY,),
            )
        )
        other = _other_model(analyzer) if mode == "models" else analyzer
    if other is None:
        st.info(word("compare_one_model", name=escape_markdown(analyzer.bundle.name)))
        return None
    texts = _text_fields(one=mode == "models")
    headings = [
        word("compare_model", side=side, name=escape_markdown(model.bundle.name))
        if mode == "models"
        else word("compare_text", side=side)
        for side, model in zip(SIDES, (analyzer, other), strict=True)
    ]
    return (
        Side(analyzer=analyzer, text=texts[0], heading=headings[0]),
        Side(analyzer=other, text=texts[1], heading=headings[1]),
    )


def _other_model(analyzer: Analyzer) -> Analyzer | None:
    names = [name for name in model_names() if name != analyzer.bundle.folder.name]
    if not names:
        return None
    start_choice(_OTHER_KEY, names, default=names[0])
    name = st.selectbox(
        word("compare_other"),
        names,
        key=_OTHER_KEY,
        help=word("compare_other_help"),
        on_change=write_choice,
        args=(_OTHER_KEY,),
        width=300,
    )
    return get_analyzer(name)


def _text_fields(*, one: bool) -> tuple[str, str]:
    examples = (st.session_state.get("text") or get_examples(draw=0)[0], CHANGED_EXAMPLE)
    for key, example in zip(_TEXT_KEYS, examples, strict=True):
        st.session_state.setdefault(key, example)
    with st.form("compare_form", border=False):
        places = [st.container()] if one else st.columns(2, gap="medium")
        for place, side, key in zip(places, SIDES, _TEXT_KEYS, strict=False):
            place.text_area(
                word("text") if one else word("compare_text", side=side),
                key=key,
                height=80,
                placeholder=word("text_placeholder"),
                persist_state="session",
            )
        st.form_submit_button(word("compare_button"), type="primary", help=word("submit_hint"))
    left, right = (st.session_state[key] for key in _TEXT_KEYS)
    return left, left if one else right


def predictions_block(sides: tuple[Side, Side]) -> tuple[Prediction, Prediction] | None:
    """Draw both categories in large type, or say in a column's one sentence why there is none."""
    predictions = []
    for place, side in zip(st.columns(2, gap="medium"), sides, strict=True):
        with place:
            st.subheader(side.heading)
            try:
                check_length(side.text)
                (prediction,) = side.analyzer.predict([side.text])
            except CoreError as error:
                st.info(error_markdown(error))
                continue
            predictions.append(prediction)
            headline(prediction.label, prediction.confidence)
    if len(predictions) < len(sides):
        return None
    left, right = predictions
    return left, right


def probabilities_block(
    sides: tuple[Side, Side], predictions: tuple[Prediction, Prediction]
) -> ComparedProbabilities | None:
    """Draw the paired bars of the common labels; None where there is no such label."""
    left, right = predictions
    compared = compare_probabilities(left, right)
    strangers = [
        ", ".join(
            escape_markdown(label) for label in prediction.labels if label not in compared.labels
        )
        or word("compare_none")
        for prediction in predictions
    ]
    if not compared.labels:
        st.info(word("compare_no_labels", left=strangers[0], right=strangers[1]))
        return None
    st.subheader(word("compare_probabilities"), help=word("compare_probabilities_help"))
    if set(left.labels) != set(right.labels):
        st.info(word("compare_some_labels", left=strangers[0], right=strangers[1]))
    st.write(_verdict(left, right, compared))
    changes = [signed_number(change) for change in compared.difference]
    rows = zip(compared.labels, compared.left, compared.right, changes, strict=True)
    bars = [
        word("compare_bar", label=label, left=f"{a:.2f}", right=f"{b:.2f}", change=change)
        for label, a, b, change in rows
    ]
    st.altair_chart(
        compare_chart(compared, theme=theme(), sides=SIDES, word=word),
        width="stretch",
        key="compare_chart",
        alt=word("compare_chart_alt", bars=", ".join(bars)),
    )
    calibrated = [side.analyzer.bundle.temperature != 1.0 for side in sides]
    if calibrated[0] != calibrated[1]:
        order = SIDES if calibrated[0] else SIDES[::-1]
        st.caption(word("compare_calibration", calibrated=order[0], raw=order[1]))
    return compared


def _verdict(left: Prediction, right: Prediction, compared: ComparedProbabilities) -> str:
    if left.label != right.label:
        return word(
            "compare_other_label",
            left=escape_markdown(left.label),
            right=escape_markdown(right.label),
        )
    change = compared.difference[compared.labels.index(left.label)]
    return word(
        "compare_same_label", label=escape_markdown(left.label), change=signed_number(change)
    )


def method_block(
    compared: ComparedProbabilities, predictions: tuple[Prediction, Prediction]
) -> tuple[str, str]:
    """Draw the heading with the two selectors; return the method and the label to explain."""
    start_choice(_METHOD_KEY, list(METHODS), default="attention")
    likeliest = compared.labels[int(compared.left.argmax())]
    st.subheader(word("looked_at"), help=word("looked_at_help"))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        method = st.selectbox(
            word("view"),
            list(METHODS),
            format_func=word,
            key=_METHOD_KEY,
            on_change=write_choice,
            args=(_METHOD_KEY,),
            width=400,
        )
        blind = not METHODS[method].sees_target
        target = st.selectbox(
            word("target"),
            ["", *compared.labels],
            format_func=lambda label: label or word("compare_target_predicted", label=likeliest),
            key="compare_target",
            disabled=blind,
            help=word("compare_target_blind") if blind else None,
            width=300,
        )
    return method, target if target in compared.labels else likeliest


def highlights_block(
    sides: tuple[Side, Side],
    predictions: tuple[Prediction, Prediction],
    *,
    method: str,
    target: str,
) -> tuple[Analysis, Analysis]:
    """Draw both texts with their tokens highlighted."""
    analyses = []
    for place, side, prediction, key in zip(
        st.columns(2, gap="medium"), sides, predictions, _TEXT_KEYS, strict=True
    ):
        with place:
            st.markdown(f"**{side.heading}**")
            analysis = get_analysis(
                side.analyzer, prediction.tokenized, method=method, target=target
            )
            analyses.append(analysis)
            token_view(analysis, key=f"{key}_tokens")
            if is_nearly_uniform(analysis.attribution.token_scores):
                st.caption(word("nearly_uniform"))
    st.caption(word("compare_scale"))
    left, right = analyses
    return left, right


def table_block(left: Attribution, right: Attribution) -> None:
    """Draw what belongs together side by side, and name the largest difference."""
    rows = compare_tokens(left, right)
    st.subheader(word("compare_table"), help=word("compare_table_help"))
    if METHODS[left.method].unit is None:
        st.warning(word("compare_no_unit"))
    st.write(_largest(rows, left, right))
    value = st.column_config.NumberColumn(format="%.4f")
    values = {word("compare_value_of", side=side): value for side in SIDES}
    shown = [
        {
            word("compare_token_of", side="A"): _pieces(left, row.left) or None,
            word("compare_value_of", side="A"): row.left_score,
            word("compare_value_of", side="B"): row.right_score,
            word("compare_token_of", side="B"): _pieces(right, row.right) or None,
            word("compare_difference"): row.difference,
            word("compare_where"): word(f"compare_where_{_where(row)}"),
        }
        for row in rows
    ]
    st.dataframe(
        shown,
        hide_index=True,
        width="stretch",
        placeholder="–",
        column_config={
            **values,
            word("compare_difference"): st.column_config.NumberColumn(format="%+.4f"),
        },
    )
    table_file_button(shown, name="comparison")


def _largest(rows: tuple[ComparedTokens, ...], left: Attribution, right: Attribution) -> str:
    shared = [row for row in rows if not math.isnan(row.difference)]
    if not shared:
        return word("compare_nothing_shared")
    largest = max(shared, key=lambda row: abs(row.difference))
    ours, theirs = _pieces(left, largest.left), _pieces(right, largest.right)
    return word(
        "compare_largest",
        token=escape_markdown(ours if ours == theirs else f"{ours} / {theirs}"),
        left=f"{largest.left_score:.4f}",
        right=f"{largest.right_score:.4f}",
        change=signed_number(largest.difference, digits=4),
    )


def _pieces(attribution: Attribution, numbers: tuple[int, ...]) -> str:
    return " ".join(attribution.tokenized.tokens[number].piece for number in numbers)


def _where(row: ComparedTokens) -> str:
    if not row.right:
        return "only_left"
    if not row.left:
        return "only_right"
    if math.isnan(row.left_score):
        return "unseen_left"
    return "unseen_right" if math.isnan(row.right_score) else "both"


def about_comparison_block() -> None:
    """Say what a comparison tells and what not."""
    with st.expander(word("about")):
        st.write(word("compare_about"))
        st.write(word("compare_sources"))
