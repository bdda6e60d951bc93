"""Ways to give every position a score: one per file, one signature, one dict."""

from collections.abc import Callable

from core.attribution.attention import attention_received
from core.attribution.output_max import output_maximum
from core.engine import Engine
from core.types import EncodedBatch, PositionScores

Method = Callable[[Engine, EncodedBatch, int], PositionScores]

METHODS: dict[str, Method] = {
    "attention": attention_received,
    "output_max": output_maximum,
}
