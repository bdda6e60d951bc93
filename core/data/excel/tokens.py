"""Number formats of Excel, cut into sections and tokens."""

import re
from dataclasses import dataclass
from functools import lru_cache

# What Excel knows by a number alone. Where it depends on the machine: as on a Japanese one.
BUILT_IN = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"¥"#,##0;"¥"-#,##0',
    6: '"¥"#,##0;[Red]"¥"-#,##0',
    7: '"¥"#,##0.00;"¥"-#,##0.00',
    8: '"¥"#,##0.00;[Red]"¥"-#,##0.00',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "yyyy/m/d",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy/m/d h:mm",
    **dict.fromkeys((27, 36, 50, 57), "[$-411]ge.m.d"),
    **dict.fromkeys((28, 29, 51, 54, 58), '[$-411]ggge"年"m"月"d"日"'),
    30: "m/d/yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"時"mm"分"',
    33: 'h"時"mm"分"ss"秒"',
    **dict.fromkeys((34, 52, 55), 'yyyy"年"m"月"'),
    **dict.fromkeys((35, 53, 56), 'm"月"d"日"'),
    37: "#,##0;-#,##0",
    38: "#,##0;[Red]-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;[Red]-#,##0.00",
    41: "#,##0;-#,##0;-;@",
    42: '"¥"#,##0;"¥"-#,##0;"¥"-;@',
    43: "#,##0.00;-#,##0.00;-;@",
    44: '"¥"#,##0.00;"¥"-#,##0.00;"¥"-;@',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
}

_TOKEN = re.compile(
    r"""
    "(?P<quoted>[^"]*)"?
    | \\(?P<escaped>.)
    | _(?P<blank>.)  # as wide as this sign
    | \*(?P<fill>.)  # as often as the column is wide
    | \[(?P<bracket>[^\]]*)\]
    | (?P<general>General|G/標準)
    | (?P<half>AM/PM|A/P|午前/午後|上午/下午)
    | (?P<exponent>E[+-])
    | (?P<date>y+|m+|d+|h+|s+|g+|e+|r+|aaa+)
    | (?P<digit>[0\#?])
    | (?P<sign>[.,%/@;])
    | (?P<literal>.)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_LITERALS = ("quoted", "escaped", "literal")


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A piece of a format.

    Attributes:
        kind: "literal", "blank", "general", "half" (of the day), "exponent", "date", "elapsed",
            "digit", or "sign" (one of . , % / @).
        text: as it stands in the format, a run of letters in small ones.
    """

    kind: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A format for some of the values.

    Attributes:
        condition: for which ones, (sign, number); None: by its place among the sections.
        locale: a language, as Excel writes it.
    """

    tokens: tuple[Token, ...]
    condition: tuple[str, float] | None
    locale: str

    def has(self, *kinds: str) -> bool:
        """Say whether a token is of one of these kinds."""
        return any(token.kind in kinds for token in self.tokens)

    @property
    def is_text(self) -> bool:
        """Whether it is for texts."""
        return any(token.kind == "sign" and token.text == "@" for token in self.tokens)

    @property
    def is_japanese(self) -> bool:
        """Whether names of days and months are Japanese."""
        return self.locale.endswith("411") or self.locale.lower().startswith("ja")


@lru_cache(maxsize=1_000)
def parse_format(code: str) -> tuple[Section, ...]:
    """Cut a format into its sections."""
    sections = []
    tokens: list[Token] = []
    condition, locale = None, ""
    for match in _TOKEN.finditer(code):
        kind, text = str(match.lastgroup), match[str(match.lastgroup)]
        if kind == "sign" and text == ";":
            sections.append(Section(tokens=tuple(tokens), condition=condition, locale=locale))
            tokens, condition, locale = [], None, ""
        elif kind in _LITERALS:
            tokens.append(Token(kind="literal", text=text))
        elif kind == "bracket":
            if text.startswith("$"):  # a currency and a language
                currency, _, locale = text[1:].partition("-")
                tokens.append(Token(kind="literal", text=currency))
            elif _ELAPSED.fullmatch(text):
                tokens.append(Token(kind="elapsed", text=text.lower()))
            elif found := _CONDITION.fullmatch(text):
                condition = found[1], float(found[2])
        elif kind != "fill":
            text = text.lower() if kind == "date" else text
            tokens.append(Token(kind=kind, text=text))
    sections.append(Section(tokens=tuple(tokens), condition=condition, locale=locale))
    return tuple(sections)
