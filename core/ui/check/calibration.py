"""較正: whether the probabilities say how often the model is right, before and after scaling."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from core.analyzer import Analyzer
from core.batch.predict import BatchResult
from core.checks.metrics import calibration_record
from core.model.report import evaluate_command
from core.types import ReliabilityBin
from core.ui.shell.address import required_choice, start_choice, write_choice
from core.ui.shell.as_written import code_markdown
from core.ui.shell.theme import theme
from core.ui.shell.words import word
from core.view.charts.reliability import reliability_chart
from core.view.numbers import signed_number
from core.view.tables.tokens import calibration_table

_KIND_KEY = "probabilities"  # the switch of the page 分析
_KINDS = ("calibrated", "raw")
_SOURCE_KEY = "calibration_source"
_MEASURES = {"ece": "ECE", "nll": "NLL", "brier": "Brier"}
_ENDS = {"raw": "before", "calibrated": "after"}
_FEW = 200


def calibration_panel(analyzer: Analyzer, result: BatchResult) -> None:
    """Draw the reliability diagram and ECE, NLL and Brier score, before and after the scaling.

    Of the file's rows that have a true label; beside them what is stored of the test part and of
    the folds that keep articles whole.
    """
    st.subheader(word("calibration_heading"), help=word("calibration_help"))
    calibrated = analyzer.bundle.temperature != 1.0
    records = _records(analyzer, result)
    drawn = [name for name, record in records.items() if "reliability_after" in record]
    if not result.judged.any():
        st.info(word("metrics_no_labels"))
    if drawn:
        _diagram_block(records, drawn, calibrated=calibrated)
    else:
        command = code_markdown(evaluate_command(analyzer.bundle.folder))
        st.info(word("calibration_no_bins", command=command))
    _figures_block(records, calibrated=calibrated)
    if 0 < result.judged.sum() < _FEW:
        st.caption(word("calibration_few", count=result.judged.sum()))
    if calibrated:
        st.caption(word("calibration_how", temperature=f"{analyzer.bundle.temperature:.2f}"))


def _records(analyzer: Analyzer, result: BatchResult) -> dict[str, Mapping[str, Any]]:
    """Return the figures of the file, of the test part and of the grouped folds, where known."""
    records: dict[str, Mapping[str, Any]] = {}
    if result.judged.any():
        records["file"] = calibration_record(result)
    report = analyzer.report
    records["test"] = report.test
    grouped = report.protocol("grouped")
    if grouped is not None:
        records["grouped"] = grouped
    return records


def _diagram_block(
    records: Mapping[str, Mapping[str, Any]], drawn: Sequence[str], *, calibrated: bool
) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        kind = _kind_choice() if calibrated else "raw"
        if st.session_state.get(_SOURCE_KEY) not in drawn:
            st.session_state[_SOURCE_KEY] = drawn[0]
        source = required_choice(
            st.segmented_control(
                word("calibration_of"),
                drawn,
                required=True,
                format_func=lambda name: word(f"calibration_{name}"),
                key=_SOURCE_KEY,
                persist_state="session",
                wrap=True,
            )
        )
    series = {
        name: [ReliabilityBin(**bin_) for bin_ in records[source][f"reliability_{_ENDS[name]}"]]
        for name in (_KINDS if calibrated else ("raw",))
    }
    points = [f"{bin_.confidence:.2f} {bin_.accuracy:.2f}" for bin_ in series[kind]]
    st.altair_chart(
        reliability_chart(
            series,
            chosen=kind,
            theme=theme(),
            word=word,
        ),
        width="stretch",
        key=f"reliability_chart_{source}_{kind}",
        alt=word(
            "calibration_alt",
            source=word(f"calibration_{source}"),
            kind=word(kind),
            points=", ".join(points),
        ),
    )


def _kind_choice() -> str:
    start_choice(_KIND_KEY, _KINDS, default="calibrated")
    return required_choice(
        st.segmented_control(
            word("probability_kind"),
            _KINDS,
            required=True,
            format_func=word,
            key=_KIND_KEY,
            help="\n\n".join([word(f"{kind}_help") for kind in _KINDS]),
            on_change=write_choice,
            args=(_KIND_KEY,),
        )
    )


def _figures_block(records: Mapping[str, Mapping[str, Any]], *, calibrated: bool) -> None:
    """Draw the three figures of every source, large those of the first one."""
    first = next(iter(records))
    st.markdown(f"**{word(f'calibration_{first}')}**")
    with st.container(horizontal=True):
        for name, title in _MEASURES.items():
            if f"{name}_after" in records[first]:
                after = records[first][f"{name}_after"]
                change = after - records[first][f"{name}_before"]
                st.metric(
                    title,
                    f"{after:.3f}",
                    signed_number(change, digits=3) if calibrated else None,
                    # Streamlit takes our − for no sign; which way is better stands below.
                    delta_color="off",
                    delta_arrow="off",
                    help=word(f"calibration_{name}_help"),
                    width="content",
                )
    if not calibrated:
        st.write(word("about_uncalibrated"))
        return
    worse = [_worse_sentence(name, record) for name, record in records.items()]
    st.markdown(
        "\n".join(f"- {sentence}" for sentence in worse if sentence) or word("calibration_better")
    )
    st.caption(word("calibration_arrow"))
    st.table(
        calibration_table(
            {word(f"calibration_{name}"): record for name, record in records.items()},
            measures=_MEASURES,
            source_title=word("calibration_source"),
        )
    )


def _worse_sentence(name: str, record: Mapping[str, Any]) -> str:
    """Name the figures that the calibration made worse; "" where there is none."""
    worse = [
        f"{title} ({record[f'{measure}_before']:.3f} → {record[f'{measure}_after']:.3f})"
        for measure, title in _MEASURES.items()
        if f"{measure}_after" in record and record[f"{measure}_after"] > record[f"{measure}_before"]
    ]
    if not worse:
        return ""
    return word(
        "calibration_worse",
        source=word(f"calibration_{name}"),
        measures=word("list_joint").join(worse),
    )
