"""The highlighted text as a component: hover, click and arrow keys show a token's value.

User text reaches the browser as data and is drawn with `textContent`: nothing in it is HTML.
"""

from pathlib import Path

import streamlit as st

from core.analyzer import Analysis
from core.ui.words import word
from core.view.highlight import highlight_strengths
from core.view.segments import Segment, cut_segments

_FOLDER = Path(__file__).parent

_component = st.components.v2.component(
    "chumoku_token_view",
    html='<div class="text" lang="ja" role="group"></div><div class="status"></div>',
    css=(_FOLDER / "token_view.css").read_text(encoding="utf-8"),
    js=(_FOLDER / "token_view.js").read_text(encoding="utf-8"),
)


def token_view(analysis: Analysis, *, key: str) -> None:
    """Draw the text of an analysis with its tokens highlighted."""
    strengths = highlight_strengths(analysis)
    segments = cut_segments(analysis.prediction.tokenized, analysis.prediction.num_truncated)
    _component(
        key=key,
        data={
            "label": word("tokens_label"),
            "hint": word("token_hint"),
            "segments": [_segment_data(segment, analysis, strengths) for segment in segments],
        },
    )


def _segment_data(segment: Segment, analysis: Analysis, strengths) -> dict[str, object]:
    tokens = analysis.prediction.tokenized.tokens
    statuses = [
        word(
            "token_status",
            piece=tokens[number].piece,
            score=f"{analysis.attribution.token_scores[number]:.4f}",
            rank=f"{analysis.ranking.rank[number]:g}",
        )
        for number in segment.tokens
    ]
    return {
        "text": segment.text,
        "tokens": list(segment.tokens),
        "truncated": segment.truncated,
        "mark": not segment.text.strip(),
        "strength": round(max((strengths[n] for n in segment.tokens), default=0.0), 4),
        "status": " / ".join(statuses),
    }
