"""What a person sees, as an address and as a small file that others can open."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from core.analyzer import Analyzer
from core.errors import (
    CoreError,
    LinkTooLongError,
    NoSharedFileError,
    SharedEditsError,
    SharedFileTooLargeError,
    SharedSchemaError,
    TooManyEditsError,
)
from core.lab.edits import Edit, Edits, Step, apply_edit
from core.text.limits import check_length
from core.text.tokenizer import clean_text

SCHEMA = 1
MAX_LINK_CHARACTERS = 300  # of the text, and of its edits as they are written
MAX_EDITS = 100  # more would keep the one who opens them waiting
MAX_FILE_BYTES = 1_000_000  # 100,000 characters of the longest kind and all edits
PAGES = ("analyze", "lesson")
# The choices that both an address and a file hold by their own names, "" where nothing is chosen.
CHOICES = (
    "lang",
    "reading",
    "method",
    "target",
    "scale",
    "unit",
    "probabilities",
    "panel",
    "step",
    "part",
)
SWITCHES = ("answer", "present")

_FORMAT = "chumoku-view"
_MAX_CHOICE_CHARACTERS = 64  # of an option; nothing in this app has a longer name
_TOLD_CHARACTERS = 40  # of what cannot be read
_SHA256_CHARACTERS = 16  # of the 64: enough to tell models apart in an address


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedView:
    """One view of one text: enough to show the same numbers somewhere else.

    Attributes:
        page: one of `PAGES`.
        model, sha256: the folder's name and the checksum of the model, or the beginning of the
            checksum where it comes from an address; "" where it is not known.
        step, part, answer: of the page 授業.
        edits: those that made the text what is shown, the oldest first.
    """

    page: str
    text: str
    model: str = ""
    sha256: str = ""
    lang: str = ""
    reading: str = ""
    method: str = ""
    target: str = ""
    scale: str = ""
    unit: str = ""
    probabilities: str = ""
    panel: str = ""
    step: str = ""
    part: str = ""
    answer: bool = False
    present: bool = False
    edits: tuple[Edit, ...] = ()

    def __post_init__(self) -> None:
        if self.page not in PAGES:
            raise ValueError(f"page must be one of {PAGES}. Received: {self.page!r}")

    def to_query(self) -> dict[str, str]:
        """Return the names and values of an address.

        Raises:
            LinkTooLongError: the text or the edits are longer than an address holds.
        """
        edits = _write_edits(self.edits)
        for part in (self.text, edits):
            if len(part) > MAX_LINK_CHARACTERS:
                raise LinkTooLongError(limit=MAX_LINK_CHARACTERS, received=f"{len(part):,}")
        query = {
            "text": self.text,
            "edits": edits,
            "model": self.model,
            "sha256": self.sha256[:_SHA256_CHARACTERS],
            **{name: getattr(self, name) for name in CHOICES},
            **{name: "1" for name in SWITCHES if getattr(self, name)},
        }
        return {name: value for name, value in query.items() if value}

    @classmethod
    def from_query(cls, query: Mapping[str, str], *, page: str) -> Self:
        """Read the names and values of an address, which may come from anybody.

        Raises:
            LinkTooLongError: the text or the edits are longer than in any link of ours.
            SharedEditsError: the edits cannot be read.
        """
        text, edits = clean_text(query.get("text", "")), query.get("edits", "")
        for part in (text, edits):
            if len(part) > MAX_LINK_CHARACTERS:
                raise LinkTooLongError(limit=MAX_LINK_CHARACTERS, received=f"{len(part):,}")
        named: dict[str, Any] = {  # texts and switches, each by the name of its field
            **{name: short_choice(query.get(name)) for name in ("model", "sha256", *CHOICES)},
            **{name: query.get(name) == "1" for name in SWITCHES},
        }
        return cls(page=page, text=text, edits=_read_edits(edits), **named)

    def to_json(self) -> dict[str, object]:
        """Return one JSON object.

        Raises:
            TooManyEditsError: more than `MAX_EDITS`.
        """
        if len(self.edits) > MAX_EDITS:
            raise TooManyEditsError(limit=MAX_EDITS, received=len(self.edits))
        return {
            "format": _FORMAT,
            "schema": SCHEMA,
            "page": self.page,
            "text": self.text,
            "model": {"name": self.model, "sha256": self.sha256},
            "choices": {name: getattr(self, name) for name in (*CHOICES, *SWITCHES)},
            "edits": [_edit_to_json(edit) for edit in self.edits],
        }

    @classmethod
    def from_json(cls, content: object) -> Self:
        """Read what `to_json` wrote, or somebody else.

        Raises:
            NoSharedFileError: it is something else.
            SharedSchemaError: it has another schema number.
            TooManyEditsError: more than `MAX_EDITS`.
        """
        if not isinstance(content, dict) or content.get("format") != _FORMAT:
            raise NoSharedFileError(reason="format")
        # True == 1
        if type(content.get("schema")) is not int or content["schema"] != SCHEMA:
            raise SharedSchemaError(
                schema=SCHEMA, received=short_choice(str(content.get("schema")))
            )
        try:
            model, choices, edits = content["model"], content["choices"], content["edits"]
            if not isinstance(edits, list):
                raise TypeError("edits")
            if len(edits) > MAX_EDITS:
                raise TooManyEditsError(limit=MAX_EDITS, received=len(edits))
            named: dict[str, Any] = {  # as in `from_query`
                **{name: short_choice(_text(choices.get(name, ""))) for name in CHOICES},
                **{name: choices.get(name) is True for name in SWITCHES},
            }
            return cls(
                page=_text(content["page"]),
                text=clean_text(_text(content["text"])),
                model=short_choice(_text(model["name"])),
                sha256=short_choice(_text(model["sha256"])),
                edits=tuple(_edit_from_json(edit) for edit in edits),
                **named,
            )
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise NoSharedFileError(reason=type(error).__name__) from error

    def same_model(self, sha256: str) -> bool:
        """Say whether the checksum is the one of this view, as far as it is known."""
        return sha256[:_SHA256_CHARACTERS] == self.sha256[:_SHA256_CHARACTERS]


def short_choice(value: str | None) -> str:
    """Return the name of an option as it is; "" for what is longer than any."""
    if value is None or len(value) > _MAX_CHOICE_CHARACTERS:
        return ""
    return clean_text(value)


def write_shared_file(view: SharedView) -> bytes:
    """Return the content of the file.

    Raises:
        TooManyEditsError.
    """
    return (json.dumps(view.to_json(), ensure_ascii=False, indent=1) + "\n").encode()


def read_shared_file(content: bytes | memoryview) -> SharedView:
    """Read the content of a file that somebody brings.

    Raises:
        SharedFileTooLargeError: it is larger than any file of ours.
        NoSharedFileError, SharedSchemaError, TooManyEditsError.
    """
    if len(content) > MAX_FILE_BYTES:
        raise SharedFileTooLargeError(limit=f"{MAX_FILE_BYTES:,}", received=f"{len(content):,}")
    try:
        read = json.loads(str(content, "utf-8-sig"))
    # RecursionError: lists in lists in lists …
    except (ValueError, RecursionError) as error:
        raise NoSharedFileError(reason="JSON") from error
    return SharedView.from_json(read)


def replay_edits(analyzer: Analyzer, text: str, edits: Sequence[Edit]) -> Edits:
    """Return the edits of a text, applied one after the other.

    Raises:
        EmptyTextError: the text gives no token.
        SharedEditsError: an edit does not fit the text that it is for.
    """
    tokenizer = analyzer.tokenizer
    made = Edits(original=analyzer.tokenize(text))
    for number, edit in enumerate(edits, 1):
        tokens = made.present.tokens
        if edit.tokens[-1] >= len(tokens):
            raise SharedEditsError(received=f"{number}: {edit.tokens[-1]} / {len(tokens)}")
        try:
            tokenized = apply_edit(made.present, edit, tokenizer, tokenizer.blank_id)
            check_length(tokenized.text)
        except CoreError as error:
            raise SharedEditsError(received=f"{number}: {type(error).__name__}") from error
        made = made.edited(Step(edit=edit, tokenized=tokenized))
    return made


def _write_edits(edits: Sequence[Edit]) -> str:
    """Write the edits of an address, "" where there are none."""
    if not edits:
        return ""
    rows = [_edit_to_json(edit) for edit in edits]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def _read_edits(written: str) -> tuple[Edit, ...]:
    if not written:
        return ()
    try:
        rows = json.loads(written)
        if not isinstance(rows, list):
            raise TypeError("edits")
        return tuple(_edit_from_json(row) for row in rows)
    except (TypeError, ValueError, RecursionError) as error:
        raise SharedEditsError(received=written[:_TOLD_CHARACTERS]) from error


def _edit_to_json(edit: Edit) -> list[object]:
    return [edit.operation, list(edit.tokens), edit.replacement]


def _edit_from_json(row: Any) -> Edit:
    """Read one edit; a `TypeError` or `ValueError` says that it is none."""
    operation, tokens, replacement = row
    # True is an int too, and 1.0 == 1.
    if not isinstance(tokens, list) or any(type(token) is not int for token in tokens):
        raise TypeError("tokens")
    return Edit(
        operation=_text(operation),
        tokens=tuple(tokens),
        replacement=clean_text(_text(replacement)),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("text")
    return value
