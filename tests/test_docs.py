"""The documents: their commands can be typed, their links lead somewhere, nothing is too long."""

import re
import shlex
import unicodedata
from pathlib import PurePosixPath

import pytest

from core.cli import build_parser
from core.paths import ROOT

DOCUMENTS = sorted(path.relative_to(ROOT) for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")))
READMES = ("README.md", "README.ja.md")
STAND_INS = {"COMMAND": "analyze", "N": "2", "SEED": "0"}
# In the name of a file that a reader of CONTRIBUTING.md will write.
PLACEHOLDER = re.compile(r"NAME|PAGE")
LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)")


def _text(document):
    return (ROOT / document).read_text(encoding="utf-8")


def _commands(text):
    """Return the lines of the code blocks that begin with `python -m core`."""
    blocks = re.findall(r"^```\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    lines = [line for block in blocks for line in block.splitlines()]
    return [line for line in lines if line.startswith("python -m core ")]


def _inline_commands(text):
    """Return the code inside sentences that begins with `python -m core`; a mere name gets --help."""
    found = re.findall(r"`(python -m core [^`]+)`", re.sub(r"\s*\n\s*", " ", text))
    return [command if " --" in command else f"{command} --help" for command in found]


def _arguments(command):
    """Return what is typed behind `python -m core`; what stands for a value becomes one."""
    words = shlex.split(command, comments=True)[3:]
    return [STAND_INS.get(word, word) for word in words if word != "OPTIONS"]


@pytest.mark.parametrize("document", DOCUMENTS, ids=str)
def test_the_commands_of_a_document_can_be_typed(document):
    text = _text(document)
    for command in _commands(text) + _inline_commands(text):
        arguments = _arguments(command)
        assert _exit_code(arguments) == (0 if "--help" in arguments else None), command


def _exit_code(arguments):
    """How the parser ends the program over its arguments, None where it reads them."""
    try:
        build_parser().parse_args(arguments)
    except SystemExit as stop:
        return stop.code
    return None


def _anchors(text):
    """Name the headings of a document as GitHub does."""
    headings = re.findall(r"^#+ (.+)$", re.sub(r"^```.*?^```", "", text, flags=re.S | re.M), re.M)
    return {
        "".join(
            sign
            for sign in heading.lower().replace(" ", "-")
            if sign in "-_" or unicodedata.category(sign)[0] in "LN"
        )
        for heading in headings
    }


@pytest.mark.parametrize("document", DOCUMENTS, ids=str)
def test_the_links_of_a_document_lead_somewhere(document):
    folder = (ROOT / document).parent
    text = _text(document)
    for path, anchor in LINK.findall(text):
        target = (folder / path).resolve() if path else ROOT / document
        assert target.exists(), path
        if anchor:
            assert anchor in _anchors(target.read_text(encoding="utf-8")), f"{path}#{anchor}"


@pytest.mark.parametrize("readme", READMES)
def test_a_readme_stays_short_and_leads_to_every_document(readme):
    text = _text(readme)
    assert len(text.splitlines()) <= 150
    assert re.findall(r"^python -m core ", text, re.MULTILINE) == ["python -m core "] * 10
    linked = {path for path, _ in LINK.findall(text)}
    others = {str(document) for document in DOCUMENTS} - {readme}
    assert others <= linked


def test_both_readmes_name_the_same_commands():
    one, other = (
        [shlex.split(command, comments=True) for command in _commands(_text(readme))]
        for readme in READMES
    )
    assert one == other


@pytest.mark.parametrize("document", DOCUMENTS, ids=str)
def test_the_files_that_a_document_names_are_there(document):
    """`core/checks/slices.py` from the top, `checks/slices` from core/; not what a person makes."""
    rooms = {path.name for path in ROOT.glob("core/*/")}
    for name in re.findall(r"`([\w.-]+/[\w./-]*)`", _text(document)):
        if PLACEHOLDER.search(name):
            name = str(PurePosixPath(name).parent)
        first = name.split("/")[0]
        if first in ("core", "pages", "docs", "tests"):
            assert (ROOT / name).exists(), name
        elif first in rooms - {"data"}:
            place = ROOT / "core" / name
            assert place.exists() or place.with_suffix(".py").exists(), name
