"""測り方: random and article-grouped folds side by side, with and without the topic tags."""

import streamlit as st

from core.analyzer import Analyzer
from core.batch.predict import BatchResult
from core.model.report import Figures, ModelReport, evaluate_command
from core.ui.parts.model_figures import not_measured_block
from core.ui.shell.as_written import code_markdown
from core.ui.shell.words import word
from core.view.check_words import difference_sentence

_TAGS_KEY = "protocols_tags"
_TAGS = ("removed", "kept")
_SPLITS = ("random", "grouped")
# The name of each protocol in report.json.
_NAMES = {
    ("random", "kept"): "random",
    ("random", "removed"): "random_untagged",
    ("grouped", "kept"): "grouped_tagged",
    ("grouped", "removed"): "grouped",
}


def protocols_panel(analyzer: Analyzer, result: BatchResult) -> None:
    """Draw what is stored of the recipe's ten folds; the same for every file."""
    st.subheader(word("protocols_heading"), help=word("protocols_help"))
    report = analyzer.report
    command = evaluate_command(analyzer.bundle.folder, *_NAMES.values())
    tags = st.segmented_control(
        word("protocols_tags"),
        _TAGS,
        default=_TAGS[0],
        required=True,
        format_func=lambda tags: word(f"protocols_tags_{tags}"),
        key=_TAGS_KEY,
        persist_state="session",
        help=word("protocols_tags_help"),
    )
    for place, split in zip(st.columns(2, gap="medium"), _SPLITS, strict=True):
        with place:
            st.markdown(f"**{word(f'protocols_{split}')}**")
            record = report.protocol(_NAMES[split, tags])
            if record is None:
                not_measured_block(command)
            else:
                _figures(record)
    _differences(report, tags, command)


def _figures(record: Figures) -> None:
    st.metric(word("protocols_accuracy"), f"{record['accuracy']:.3f}")
    st.markdown(
        word(
            "protocols_interval",
            low=f"{record['low']:.3f}",
            high=f"{record['high']:.3f}",
            count=f"{record['num_examples']:,}",
        )
    )
    st.caption(
        word(
            "protocols_others",
            macro_f1=f"{record['macro_f1']:.3f}",
            ece=f"{record['ece_after']:.3f}",
            linear=f"{record['linear_baseline']:.3f}",
            majority=f"{record['majority_baseline']:.3f}",
        )
    )


def _differences(report: ModelReport, tags: str, command: str) -> None:
    """Say of the two splits, and of the tags in each of them, whether the noise explains it."""
    pairs = [
        (("random", tags), ("grouped", tags)),
        *((((split, "kept"), (split, "removed"))) for split in _SPLITS),
    ]
    known = [pair for pair in pairs if all(_NAMES[one] in report.protocols for one in pair)]
    findings = [
        word(
            "protocols_difference",
            first=_title(*first),
            second=_title(*second),
            finding=difference_sentence(difference, word=word),
        )
        for first, second in known
        if (difference := report.protocol_difference(_NAMES[first], _NAMES[second])) is not None
    ]
    if findings:
        st.markdown("\n".join(f"- {one}" for one in findings), help=word("significance_help"))
    if len(findings) < len(known):
        st.info(word("protocols_unpaired", command=code_markdown(command)))


def _title(split: str, tags: str) -> str:
    return word(
        "protocols_tags_pair",
        protocol=word(f"protocols_{split}"),
        tags=word(f"protocols_tags_{tags}"),
    )
