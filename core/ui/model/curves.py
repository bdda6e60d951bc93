"""学習曲線: accuracy and loss, epoch by epoch, and the epoch that was kept."""

import streamlit as st

from core.analyzer import Analyzer
from core.model.bundle import CURVES_FILE
from core.model.curves import kept_epoch, read_curves
from core.ui.model.card import part_word
from core.ui.shell.theme import theme
from core.ui.shell.words import word
from core.view.charts.curves import MEASURES, training_curves_chart

# From there on a rising loss is more than the wobble of a few sentences.
_RISE = 1.2


def curves_block(analyzer: Analyzer) -> None:
    """Draw both curves and say which part chose the epoch, and what that means."""
    train = analyzer.bundle.train
    curves = read_curves(analyzer.bundle.folder / CURVES_FILE)
    kept = kept_epoch(curves)
    selected = part_word(train.select_on)
    st.markdown(
        word(
            "curves_kept",
            part=selected,
            kept=kept.number,
            epochs=len(curves),
            accuracy=f"{kept.selection_accuracy:.3f}",
        )
    )
    if train.select_on == "test":
        st.warning(word("accuracy_too_good"))
    for column, measure in zip(st.columns(2), MEASURES, strict=True):
        field = f"selection_{measure}"
        column.markdown(f"**{word(f'curves_{measure}')}**")
        column.altair_chart(
            training_curves_chart(
                curves,
                measure,
                select_on=train.select_on,
                theme=theme(),
                word=word,
            ),
            width="stretch",
            key=f"history_chart_{measure}",
            alt=word(
                "curves_alt",
                measure=word(f"curves_{measure}"),
                part=selected,
                first=f"{getattr(curves[0], field):.3f}",
                kept=f"{getattr(kept, field):.3f}",
                number=kept.number,
                last=f"{getattr(curves[-1], field):.3f}",
            ),
        )
    lowest = min(curves, key=lambda epoch: epoch.selection_loss)
    if lowest.number != kept.number:
        st.markdown(
            word(
                "curves_lowest",
                lowest=f"{lowest.selection_loss:.3f}",
                lowest_epoch=lowest.number,
                kept=f"{kept.selection_loss:.3f}",
                kept_epoch=kept.number,
            )
        )
    last = curves[-1]
    if last.selection_loss > _RISE * lowest.selection_loss:
        st.markdown(
            word(
                "curves_rise",
                lowest=f"{lowest.selection_loss:.3f}",
                last=f"{last.selection_loss:.3f}",
                before=f"{lowest.selection_accuracy:.3f}",
                after=f"{last.selection_accuracy:.3f}",
            )
        )
    st.caption(word("curves_note"))
