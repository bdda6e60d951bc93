"""Numbers as they are written on the screen."""


def signed_number(value: float, *, digits: int = 2) -> str:
    """Write a difference with its sign: ＋0.12, −0.12, ±0.00."""
    written = f"{abs(value):.{digits}f}"
    if float(written) == 0.0:
        return f"±{written}"
    return f"{'＋' if value > 0 else '−'}{written}"


def plain_number(value: float, *, digits: int = 2) -> str:
    """Write a number with a real minus and without a sign of nothing: 0.12, −0.12, 0.00."""
    written = f"{abs(value):.{digits}f}"
    return f"−{written}" if value < 0 and float(written) != 0.0 else written
