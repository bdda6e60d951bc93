"""Every method of attribution by its name."""

from functools import partial

from core.explain.methods.attention import attention_received
from core.explain.methods.gradient_x_input import gradient_x_input
from core.explain.methods.integrated_gradients import integrated_gradients
from core.explain.methods.leave_one_out import leave_one_out
from core.explain.methods.lime import lime
from core.explain.methods.method import Method
from core.explain.methods.output_max import output_maximum
from core.explain.methods.random_control import random_control
from core.explain.methods.shapley import shapley
from core.explain.methods.softmax_max import softmax_maximum

METHODS: dict[str, Method] = {
    "attention": Method(
        score=attention_received,
        needs="attention",
        sees_target=False,
        unit="share",
        open_first=True,
    ),
    "output_max": Method(
        score=output_maximum,
        needs="attention",
        sees_target=False,
        unit=None,
        has_zero=False,
        warning="not_a_weight",
    ),
    "softmax_max": Method(
        score=softmax_maximum,
        needs="attention",
        sees_target=False,
        unit=None,
        warning="not_a_weight_2020",
    ),
    "gradient_x_input": Method(
        score=gradient_x_input,
        needs="gradients",
        sees_target=True,
        unit="probability",
    ),
    "integrated_gradients": Method(
        score=integrated_gradients,
        needs="gradients",
        sees_target=True,
        unit="probability",
        open_first=True,
    ),
    "integrated_gradients_unk": Method(
        score=partial(integrated_gradients, baseline="unk"),
        needs="gradients",
        sees_target=True,
        unit="probability",
    ),
    "integrated_gradients_mean": Method(
        score=partial(integrated_gradients, baseline="mean"),
        needs="gradients",
        sees_target=True,
        unit="probability",
    ),
    "leave_one_out": Method(
        score=leave_one_out,
        needs="predictions",
        sees_target=True,
        unit="probability",
        open_first=True,
    ),
    "leave_one_out_unk": Method(
        score=partial(leave_one_out, removal="unk"),
        needs="predictions",
        sees_target=True,
        unit="probability",
    ),
    "leave_one_out_blank": Method(
        score=partial(leave_one_out, removal="blank"),
        needs="predictions",
        sees_target=True,
        unit="probability",
    ),
    "lime": Method(
        score=lime,
        needs="predictions",
        sees_target=True,
        unit="probability",
    ),
    "shapley": Method(
        score=shapley,
        needs="predictions",
        sees_target=True,
        unit="probability",
        open_first=True,
    ),
    "random": Method(
        score=random_control,
        needs=None,
        sees_target=False,
        unit=None,
        open_first=True,
    ),
}
