"""Stored checks as `report.json` holds them, with figures that nobody measured."""

RANDOMIZATION = {
    "schema": 1,
    "sentences": 120,
    "min_tokens": 5,
    "seeds": [0, 1, 2],
    "threshold": 0.5,
    "methods": {
        "attention": {
            "stages": [1.0, 1.0, 0.75, 0.625],
            "full": 0.625,
            "suspicious": True,
            "undefined": 0,
        },
        "leave_one_out": {
            "stages": [0.5, 0.375, 0.25, 0.125],
            "full": 0.125,
            "suspicious": False,
            "undefined": 2,
        },
        "lime": {
            "stages": [0.5, 0.5, 0.25, None],
            "full": None,
            "suspicious": False,
            "undefined": 120,
        },
        "output_max": {
            "stages": [1.0, 1.0, 1.0, 0.875],
            "full": 0.875,
            "suspicious": True,
            "undefined": 0,
        },
    },
    "command": "python -m core checks randomization",
    "minutes": 1.5,
}

ATTENTION = {
    "schema": 1,
    "protocol": "grouped",
    "seeds": [0, 1, 2],
    "num_examples": 406,
    "majority_baseline": 0.375,
    "majority_label": "京都",
    "variants": {
        "learned": {
            "accuracies": [0.70, 0.71, 0.69],
            "accuracy": 0.70,
            "low": 0.62,
            "high": 0.78,
            "difference": 0.0,
            "difference_low": 0.0,
            "difference_high": 0.0,
        },
        "uniform": {
            "accuracies": [0.65, 0.66, 0.64],
            "accuracy": 0.65,
            "low": 0.57,
            "high": 0.73,
            "difference": -0.05,
            "difference_low": -0.08,
            "difference_high": -0.02,
        },
        "none": {
            "accuracies": [0.69, 0.72, 0.70],
            "accuracy": 0.7033,
            "low": 0.62,
            "high": 0.79,
            "difference": 0.0033,
            "difference_low": -0.02,
            "difference_high": 0.03,
        },
        "unmasked": {
            "accuracies": [0.75, 0.74, 0.76],
            "accuracy": 0.75,
            "low": 0.68,
            "high": 0.82,
            "difference": 0.05,
            "difference_low": 0.01,
            "difference_high": 0.09,
        },
    },
    "command": "python -m core checks attention",
    "minutes": 60.0,
}
