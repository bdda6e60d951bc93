"""The graphs of several networks side by side: boxes and arrows, layer by layer."""

import html
from collections.abc import Mapping, Sequence

from core.layers import Layer
from core.view.palette import ACCENT

# What Keras calls the layers of `core.network`; the same in every language. In their order.
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

# The colours are mixed from the text's own, so that they suit a light and a dark page.
_STYLE = (
    "<style>"
    ".layers { width: 100%; border-collapse: separate; border-spacing: 0.5rem 0; "
    "table-layout: fixed; font-size: 1rem; line-height: 1.35 }"
    ".layers thead th { text-align: center; padding: 0 0 0.4rem; vertical-align: bottom; "
    "overflow-wrap: anywhere }"
    ".layers tbody th { text-align: start; font-weight: 400; padding: 0.5rem 0 0.2rem }"
    ".layers td { text-align: center; padding: 0; font-variant-numeric: tabular-nums }"
    ".layers .box { border: 1px solid color-mix(in srgb, currentColor 35%, transparent); "
    "border-radius: 6px; padding: 0.25rem 0.2rem }"
    ".layers .missing { color: color-mix(in srgb, currentColor 75%, transparent) }"
    ".layers .share { height: 0.3rem; border-radius: 2px; margin: 0.2rem auto 0; width: 90%; "
    "background: color-mix(in srgb, currentColor 12%, transparent) }"
    ".layers .share div { height: 100%; border-radius: 2px; background: var(--share) }"
    ".layers .arrow { line-height: 1; padding: 0.15rem 0 0 }"
    ".layers tfoot td { font-weight: 700; padding-top: 0.4rem }"
    ".layers tfoot th { text-align: start; font-weight: 400; padding-top: 0.6rem }"
    "</style>"
)


def layers_html(
    networks: Mapping[str, Sequence[Layer]],
    *,
    explanations: Mapping[str, str],
    missing: str,
    total: str,
    title: str,
    theme: str,
) -> str:
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
    across = f'colspan="{len(networks)}"'
    # On a phone a folder's path breaks behind its stroke.
    paths = [html.escape(network).replace("/", "/<wbr>") for network in networks]
    heads = "".join(f'<th scope="col">{path}</th>' for path in paths)
    rows = []
    for name in names:
        boxes = "".join(
            _cell(known.get(name), arrow=name != names[0], total=sums[network], missing=missing)
            for network, known in by_name.items()
        )
        rows.append(
            f'<tr><th scope="row" {across}><b lang="en">{LAYER_KINDS[name]}</b> '
            f"{html.escape(explanations[name])}</th></tr><tr>{boxes}</tr>"
        )
    totals = "".join(f"<td>{sums[network]:,}</td>" for network in networks)
    return (
        f'{_STYLE}<table class="layers" style="--share: {ACCENT[theme]}" '
        f'aria-label="{html.escape(title, quote=True)}">'
        f"<thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody>"
        f'<tfoot><tr><th scope="row" {across}>{html.escape(total)}</th></tr>'
        f"<tr>{totals}</tr></tfoot></table>"
    )


def shape_text(shape: Sequence[int | None]) -> str:
    """Write an output shape: (B, L, 256), B texts of L tokens."""
    open_sizes = ("B", "L")
    written = [open_sizes[i] if size is None else str(size) for i, size in enumerate(shape)]
    return f"({', '.join(written)})"


def _cell(layer: Layer | None, *, arrow: bool, total: int, missing: str) -> str:
    above = '<div class="arrow" aria-hidden="true">↓</div>' if arrow else ""
    if layer is None:
        return f'<td>{above}<div class="missing">{html.escape(missing)}</div></td>'
    lines = f"<div>{shape_text(layer.output_shape)}</div>"
    if layer.parameters:
        share = 100 * layer.parameters / total
        lines += (
            f"<div>{layer.parameters:,}</div>"
            f'<div class="share" aria-hidden="true"><div style="width: {share:.2f}%"></div></div>'
        )
    return f'<td>{above}<div class="box">{lines}</div></td>'
