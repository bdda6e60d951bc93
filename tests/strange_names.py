"""Names that Markdown, Streamlit or HTML would read, and a model and a file that bear them."""

import csv
import io
import json
from pathlib import Path

from core.files import sha256_of
from core.paths import MODELS

LABELS = (
    "_:red[x]_**京都**:material/home:",
    "<b>$x$</b> [a](https://a.jp) -> :smile:",
    "# `c` <img src=x onerror=alert(1)> www.a.jp",
    "1. ~~改~~\n:streamlit: a@b.jp &amp; \\*",
)
MODEL = "_:red[m]_**型**"
FILE = "_:red[x]_**結果** :material_home: $y$.csv"
TEXT_COLUMN, LABEL_COLUMN, GROUP_COLUMN = "**本文** :red[a]", "=_分類_ $b$", "[記事](c) :smile:"
STRANGER = "**政治** :red[s] $z$"
GROUPS = ("**記事** :red[1]", "$記事$ <i>2</i>")
ALL = (*LABELS, MODEL, FILE, TEXT_COLUMN, LABEL_COLUMN, GROUP_COLUMN, STRANGER, *GROUPS)

# One for every way in which something could be read.
MARKS = (
    *("**京都**", "__京都__", "*a*", "a_b_c", "_a_", "~~x~~", "~x~", "`x`", "``", "$x$", "$$x$$"),
    *(":red[x]", ":red-background[x]", ":blue-badge[x]", ":small[]", ":help[x]", "::a[x]", ":::a"),
    *(":color[x]{foreground=red}", ":material/home:", ":material_home:", ":streamlit:", ":smile:"),
    *(":+1:", ":a:b:", "1:2:3", "a -> b", "<- a", "<->", "a -- b", ">= 1", "<= 1", "~= 2", "==x=="),
    *("[a](b)", "![a](b)", "[^1]", "[x]: y", "<https://a.jp>", "https://a.jp/x", "HTTP://A.JP"),
    *("www.a.jp", "www.www.a.jp", "a@b.jp", "a@b@c.jp", "mailto:a@b.jp", "ftp://a.jp", "a//b"),
    *("<b>", "<img src=x onerror=alert(1)>", "<!-- x -->", "&amp;", "&#42;", "\\", "\\*", "a\\"),
    *("#x", "# x", "1. x", "1) x", "- x", "* x", "+ x", "> x", "- [ ] x", "---", "===", "|a|b|"),
    *("    x", "x  ", "a\tb", "a\nb", "a\n===", "a\n# b", "a\n- b", "a\r\n\r\nb"),
    *(
        "red",
        "-0.5",
        "+5%",
        "{x}",
        "'x'",
        '"x"',
        "(c)",
        "...",
        "e.g.",
        "x^2^",
        "葛\U000e0100城",
        "👨‍👩‍👧",
    ),
)

_OWN_LABELS = ("グルメ", "スポーツ", "京都", "携帯電話")
_SENTENCES = ("おいしいうどんを食べた。", "試合に勝った。", "清水寺へ行った。", "電話を買った。")


def strange_models(folder: Path) -> Path:
    """Write models with such labels: one of such a name, and the two that pages ask for by name."""
    for own, name in (("default", "default"), ("default", MODEL), ("article", "article")):
        target = folder / name
        target.mkdir(parents=True)
        for path in (MODELS / own).iterdir():
            (target / path.name).symlink_to(path)
        content = _renamed(_read(MODELS / own / "report.json"))
        _write(target / "report.json", content)
        config = _renamed(_read(MODELS / own / "config.json"))
        config["name"] = name
        config["files"]["report.json"] = sha256_of(target / "report.json")
        # Another model than that of the first name: the pages tell them apart by this.
        config["command"] += f" {name}"
        config["versions"]["**lib**_:red[v]_"] = ":blue[1]"
        _write(target / "config.json", config)
    return folder


def strange_table(*, rows_each: int = 12) -> bytes:
    """Return a CSV file whose columns, labels and articles bear such names."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow([TEXT_COLUMN, LABEL_COLUMN, GROUP_COLUMN])
    labels = (*LABELS, STRANGER)
    for number in range(rows_each * len(labels)):
        label = labels[number % len(labels)]
        text = f"{number}回目、{4 * _SENTENCES[number % len(_SENTENCES)]}"  # the longest of the row
        writer.writerow([text, label, GROUPS[number // len(labels) % len(GROUPS)]])
    return file.getvalue().encode()


def _read(path: Path) -> dict:
    return json.loads(path.read_text("utf-8"))


def _write(path: Path, content: dict) -> None:
    path.unlink(missing_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def _renamed(content):
    """Return the content with other labels, wherever they stand."""
    names = dict(zip(_OWN_LABELS, LABELS, strict=True))
    if isinstance(content, dict):
        return {names.get(key, key): _renamed(value) for key, value in content.items()}
    if isinstance(content, list):
        return [_renamed(value) for value in content]
    return names.get(content, content) if isinstance(content, str) else content
