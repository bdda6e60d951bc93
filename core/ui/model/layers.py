"""層とパラメータ: the article's network as published, and the shipped ones, side by side."""

import streamlit as st

from core.analyzer import Analyzer
from core.model.layers import ARTICLE_LAYERS, Layer, layers
from core.ui.shell.loaders import get_analyzer, model_names
from core.ui.shell.theme import theme
from core.ui.shell.words import word
from core.view.html.layers import LAYER_KINDS, layers_html

_SHIPPED = ("article", "default")


def graph_block(analyzer: Analyzer) -> None:
    """Draw the graphs layer by layer, with output shapes and parameter counts."""
    networks: dict[str, tuple[Layer, ...]] = {word("graph_published"): ARTICLE_LAYERS}
    known = model_names()
    for name in dict.fromkeys((*_SHIPPED, analyzer.bundle.folder.name)):
        if name in known:
            networks[f"models/{name}"] = layers(get_analyzer(name).bundle.model)
    st.caption(word("graph_legend"))
    st.html(
        layers_html(
            networks,
            explanations={name: word(f"layer_{name}") for name in LAYER_KINDS},
            missing=word("graph_missing"),
            total=word("graph_total"),
            title=word("model_section_graph"),
            theme=theme(),
        )
    )
    own = layers(analyzer.bundle.model)
    embedding = next(layer for layer in own if layer.name == "embedding")
    share = embedding.parameters / sum(layer.parameters for layer in own)
    st.markdown(word("graph_takeaway", share=f"{100 * share:.0f}"))
    st.caption(word("graph_published_note"))
