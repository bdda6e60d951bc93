"""Ways to give every position a score: one per file, one signature, one dict."""

from collections.abc import Callable
from functools import partial

from core.attribution.attention import attention_received
from core.attribution.gradient_x_input import gradient_x_input
from core.attribution.integrated_gradients import integrated_gradients
from core.attribution.leave_one_out import leave_one_out
from core.attribution.lime import lime
from core.attribution.output_max import output_maximum
from core.attribution.random_control import random_control
from core.attribution.shapley import shapley
from core.attribution.softmax_max import softmax_maximum
from core.types import PositionScores

# (classifier, a batch of one text, target, keyword options with defaults) to scores.
Method = Callable[..., PositionScores]

METHODS: dict[str, Method] = {
    "attention": attention_received,
    "output_max": output_maximum,
    "softmax_max": softmax_maximum,
    "gradient_x_input": gradient_x_input,
    "integrated_gradients": integrated_gradients,
    "integrated_gradients_unk": partial(integrated_gradients, baseline="unk"),
    "integrated_gradients_mean": partial(integrated_gradients, baseline="mean"),
    "leave_one_out": leave_one_out,
    "leave_one_out_unk": partial(leave_one_out, removal="unk"),
    "leave_one_out_blank": partial(leave_one_out, removal="blank"),
    "lime": lime,
    "shapley": shapley,
    "random": random_control,
}

# They read the attention layer, which stands before the classifier and knows no category.
BLIND_TO_TARGET = ("attention", "output_max", "softmax_max", "random")
