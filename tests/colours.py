"""Colours as a person sees them, also one who does not tell red from green."""

import numpy as np

# Machado, Oliveira & Fernandes 2009, "A physiologically-based model for simulation of color vision
# deficiency", severity 1.0, on linear RGB.
VISION = {
    "all colours": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
}
# Ottosson 2020, "A perceptual color space for image processing" (OKLab).
_LINEAR_TO_CONES = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_CONES_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)
_LUMINANCE = np.array([0.2126, 0.7152, 0.0722])


def channels(colour):
    """Return the red, green and blue (3,) of "#rrggbb", 0..255."""
    return np.array(list(bytes.fromhex(colour.removeprefix("#"))), float)


def contrast(one, other):
    """Return the contrast ratio of two colours (3,), 1..21 (WCAG 2.2)."""
    dark, light = sorted(float(_LUMINANCE @ _linear(colour)) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def distance(one, other, *, vision):
    """Return how far apart two colours (3,) are seen in OKLab; about 0.02 is just noticeable."""
    seen = [
        _CONES_TO_LAB @ np.cbrt(_LINEAR_TO_CONES @ np.clip(VISION[vision] @ _linear(colour), 0, 1))
        for colour in (one, other)
    ]
    return float(np.linalg.norm(seen[0] - seen[1]))


def _linear(colour):
    share = colour / 255
    return np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
