"""測り方: random and article-grouped folds side by side, with and without the topic tags."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from core.analyzer import Analyzer
from core.batch import BatchResult
from core.significance import compare_articles
from core.ui.difference import told_difference
from core.ui.words import word

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
    records = analyzer.report.get("protocols", {})
    command = _command(analyzer)
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
            record = records.get(_NAMES[split, tags])
            if record is None:
                st.info(word("check_missing", command=command))
            else:
                _figures(record)
    _differences(records, tags, command)


def _command(analyzer: Analyzer) -> str:
    folder = f"models/{analyzer.bundle.folder.name}"
    protocols = " ".join(_NAMES.values())
    return (
        f"python -m core evaluate --protocol {protocols} --model {folder} --data data/knb --store"
    )


def _figures(record: Mapping[str, Any]) -> None:
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


def _differences(records: Mapping[str, Mapping[str, Any]], tags: str, command: str) -> None:
    """Say of the two splits, and of the tags in each of them, whether the noise explains it."""
    pairs = [
        (("random", tags), ("grouped", tags)),
        *((((split, "kept"), (split, "removed"))) for split in _SPLITS),
    ]
    known = [pair for pair in pairs if all(_NAMES[one] in records for one in pair)]
    paired = [pair for pair in known if all("articles" in records[_NAMES[one]] for one in pair)]
    told = [
        word(
            "protocols_difference",
            first=_title(*first),
            second=_title(*second),
            told=_told(records[_NAMES[first]], records[_NAMES[second]]),
        )
        for first, second in paired
    ]
    if told:
        st.markdown("\n".join(f"- {one}" for one in told), help=word("significance_help"))
    if len(paired) < len(known):
        st.info(word("protocols_unpaired", command=command))


def _title(split: str, tags: str) -> str:
    return word(
        "protocols_tags_pair",
        protocol=word(f"protocols_{split}"),
        tags=word(f"protocols_tags_{tags}"),
    )


def _told(first: Mapping[str, Any], second: Mapping[str, Any]) -> str:
    one, other = first["articles"], second["articles"]
    return told_difference(
        compare_articles(one["sizes"], one["right"], other["sizes"], other["right"])
    )
