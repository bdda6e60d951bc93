"""The graphs of several networks side by side: boxes and arrows, layer by layer."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup, escape

from core.model.layers import Layer
from core.view.palette import ACCENT

# What Keras calls the layers of `core.training.network`, in every language; in their order.
LAYER_KINDS = {
    "token_ids": "Input",
    "embedding": "Embedding",
    "dropout": "Dropout",
    "attention": "SeqSelfAttention",
    "bidirectional": "Bidirectional LSTM",
    "max_over_time": "MaxOverTime",
    "state_dropout": "Dropout",
    "logits": "Dense + softmax",
}

_TABLE = Markup(
    '<table class="layers" style="--share: {accent}" aria-label="{title}">'
    "<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody>"
    '<tfoot><tr><th scope="row" colspan="{columns}">{total}</th></tr><tr>{sums}</tr></tfoot>'
    "</table>"
)
_HEAD = Markup('<th scope="col">{}</th>')
_ROW = Markup(
    '<tr><th scope="row" colspan="{columns}"><b lang="en">{kind}</b> {explanation}</th></tr>'
    "<tr>{boxes}</tr>"
)
_SUM = Markup("<td>{:,}</td>")
_ARROW = Markup('<div class="arrow" aria-hidden="true">↓</div>')
_MISSING = Markup('<td>{}<div class="missing">{}</div></td>')
_BOX = Markup('<td>{}<div class="box"><div>{}</div>{}</div></td>')
_PARAMETERS = Markup(
    "<div>{count:,}</div>"
    '<div class="share" aria-hidden="true"><div style="width: {share:.2f}%"></div></div>'
)


def layers_html(
    networks: Mapping[str, Sequence[Layer]],
    *,
    explanations: Mapping[str, str],
    missing: str,
    total: str,
    title: str,
    theme: str,
) -> Markup:
    """Draw one column of boxes per network; the same layers stand in the same row.

    A box holds the output shape, the number of parameters and their share of all, as a bar.

    Args:
        networks: the title of every network and its layers.
        explanations: what every layer of `LAYER_KINDS` does, in words.
        missing: said where a network lacks a layer.
        total: said above the sums.
        title: of the whole table, for screen readers.
        theme: "light" or "dark".
    """
    by_name = {
        network: {layer.name: layer for layer in found} for network, found in networks.items()
    }
    sums = {
        network: sum(layer.parameters for layer in found) for network, found in networks.items()
    }
    names = [name for name in LAYER_KINDS if any(name in known for known in by_name.values())]
    # On a phone a folder's path breaks behind its stroke.
    paths = [escape(network).replace("/", Markup("/<wbr>")) for network in networks]
    rows = []
    for name in names:
        boxes = Markup("").join(
            _cell(known.get(name), arrow=name != names[0], total=sums[network], missing=missing)
            for network, known in by_name.items()
        )
        row = _ROW.format(
            columns=len(networks),
            kind=LAYER_KINDS[name],
            explanation=explanations[name],
            boxes=boxes,
        )
        rows.append(row)
    return _TABLE.format(
        accent=ACCENT[theme],
        title=title,
        heads=Markup("").join(map(_HEAD.format, paths)),
        rows=Markup("").join(rows),
        columns=len(networks),
        total=total,
        sums=Markup("").join(_SUM.format(sums[network]) for network in networks),
    )


def shape_text(shape: Sequence[int | None]) -> str:
    """Write an output shape: (B, L, 256), B texts of L tokens."""
    open_sizes = ("B", "L")
    written = [open_sizes[i] if size is None else str(size) for i, size in enumerate(shape)]
    return f"({', '.join(written)})"


def _cell(layer: Layer | None, *, arrow: bool, total: int, missing: str) -> Markup:
    above = _ARROW if arrow else ""
    if layer is None:
        return _MISSING.format(above, missing)
    parameters = ""
    if layer.parameters:
        share = 100 * layer.parameters / total
        parameters = _PARAMETERS.format(count=layer.parameters, share=share)
    return _BOX.format(above, shape_text(layer.output_shape), parameters)
