"""Taking a view somewhere else: リンクをコピー, a small file, and what comes in with either."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode

import streamlit as st

from core.analyzer import Analyzer
from core.errors import (
    CoreError,
    LinkTooLongError,
    ModelMissingError,
    OtherModelError,
    SharedEditsError,
    TooManyEditsError,
    UnknownLabelError,
    UnknownMethodError,
)
from core.explain.methods.registry import METHODS
from core.text.tokenizer import clean_text
from core.ui.parts.edits import await_edits, edits_of
from core.ui.shell.address import read_choice
from core.ui.shell.loaders import get_analyzer, get_examples, model_names
from core.ui.shell.messages import error_markdown
from core.ui.shell.presentation import presenting
from core.ui.shell.routing import go_to
from core.ui.shell.words import LANGUAGE_KEY, language, word
from core.view.json.shared_view import (
    CHOICES,
    SWITCHES,
    SharedView,
    read_shared_file,
    short_choice,
    write_shared_file,
)

FILE_NAME = "chumoku.json"

_FOLDER = Path(__file__).parent
_TEXT_KEYS = {"analyze": "text", "lesson": "lesson_text"}  # in the session
# In the session while their widgets are drawn; those of the lesson are in the address alone.
_WIDGETS = ("reading", "method", "target", "scale", "unit", "probabilities", "panel")
_PLACES = ("step", "part")
_MODEL_KEY = "model"
_OF_THE_TEXT = ("text", "edits", "sha256")  # these leave the address with the text
_TAKEN_KEY = "shared_taken"  # page and text of the link that is in use, and the model then
_NOTICES_KEY = "shared_notices"
_FILE_NUMBER_KEY = "shared_file_number"  # a new uploader is empty


@dataclass(frozen=True, slots=True, kw_only=True)
class _Notices:
    """What does not fit of a text that came in, to be told as long as it is shown.

    Attributes:
        model: that which answers.
    """

    page: str
    text: str
    model: str
    errors: tuple[CoreError, ...]


_component = st.components.v2.component(
    "chumoku_link_button",
    html="""
        <button class="link" type="button"></button>
        <div class="bubble" role="status"></div>
    """,
    css=(_FOLDER / "share.css").read_text(encoding="utf-8"),
    js=(_FOLDER / "share.js").read_text(encoding="utf-8"),
)


def current_view(analyzer: Analyzer, text: str, *, page: str = "analyze") -> SharedView:
    """Return what a page shows of a text, as its choices and the address have it.

    Args:
        page: one of `core.view.json.shared_view.PAGES`.
    """
    names = _WIDGETS if page == "analyze" else _PLACES
    choices = {name: _chosen(name) for name in names}
    return SharedView(
        page=page,
        text=clean_text(text),
        model=analyzer.bundle.folder.name,
        sha256=analyzer.bundle.sha256,
        lang=language(),
        answer=page == "lesson" and st.query_params.get("answer") == "1",
        present=presenting(),
        edits=edits_of(analyzer, text) if page == "analyze" else (),
        **choices,
    )


def link_button(view: SharedView, *, key: str) -> None:
    """Draw リンクをコピー: it puts the address of the view into the clipboard.

    Where the view is too long for an address, the button says so instead.
    """
    try:
        query, reason = urlencode(view.to_query(), quote_via=quote), None
    except LinkTooLongError as error:
        query, reason = None, error.sentence(language())
    _component(
        key=key,
        width="content",
        data={
            "label": word("share_link"),
            "help": word("share_link_help"),
            "copied": word("share_copied"),
            "manual": word("share_manual"),
            "field": word("share_field"),
            "query": query,
            "reason": reason and word("share_file_instead", reason=reason),
        },
    )


def state_file_block(view: SharedView, *, key: str = "state_file") -> None:
    """Draw what saves a view of any length as a small file, and what opens one."""
    st.write(word("share_file_about"))
    try:
        content = write_shared_file(view)
    except TooManyEditsError as error:
        st.info(error_markdown(error))
    else:
        st.download_button(
            word("share_save"),
            content,
            file_name=FILE_NAME,
            mime="application/json",
            key=f"{key}_save",
            on_click="ignore",
        )
    uploader = f"{key}_open_{st.session_state.get(_FILE_NUMBER_KEY, 0)}"
    st.file_uploader(
        word("share_open"),
        key=uploader,
        on_change=_open_file,
        args=(uploader, view.page, f"{key}_error"),
    )
    refused = st.session_state.pop(f"{key}_error", None)
    if refused is not None:
        st.error(error_markdown(refused))


def restore_shared(*, page: str = "analyze") -> None:
    """Take text and edits out of the address into the session, and say what does not fit.

    The first thing of a page. The text stands in the session under "text" or "lesson_text"; when
    another one has taken its place there, it leaves the address.

    Args:
        page: one of `core.view.json.shared_view.PAGES`.

    Raises:
        CoreError: there is no model to compare with.
    """
    query, key = st.query_params.to_dict(), _TEXT_KEYS[page]
    if "text" in query:
        link, model = (page, clean_text(query["text"])), _chosen_model()
        taken, taken_with = st.session_state.get(_TAKEN_KEY, (None, model))
        if taken != link or key not in st.session_state:
            st.session_state[_TAKEN_KEY] = (link, model)
            _take_link(query, page)
        elif st.session_state[key] != link[1]:
            _forget_link()
        elif taken_with != model:
            # They belong to the model of the link.
            for name in ("edits", "sha256"):
                st.query_params.pop(name, None)
    else:
        _forget_link()
    _notices_block(page)


def _take_link(query: dict[str, str], page: str) -> None:
    errors: list[CoreError] = []
    try:
        view = SharedView.from_query(query, page=page)
    except LinkTooLongError as error:
        key = _TEXT_KEYS[page]
        st.session_state.setdefault(key, st.session_state.get("text") or get_examples(draw=0)[0])
        _forget_link()
        _keep_notices(page, st.session_state[key], [error])
        return
    except SharedEditsError as error:
        view = SharedView.from_query({**query, "edits": ""}, page=page)
        errors.append(error)
    _use_text(view, errors)


def _forget_link() -> None:
    for name in _OF_THE_TEXT:
        st.query_params.pop(name, None)
    st.session_state.pop(_TAKEN_KEY, None)


def _use_text(view: SharedView, errors: list[CoreError]) -> None:
    """Put the text of a link or a file into the session, and its edits where they mean the same."""
    names = model_names()
    st.session_state[_TEXT_KEYS[view.page]] = view.text
    edits = view.edits
    if view.model and view.model not in names:
        errors.append(ModelMissingError(received=view.model))
    elif view.sha256:
        name = view.model or names[0]
        if not view.same_model(get_analyzer(name).bundle.sha256):
            errors.append(OtherModelError(received=f"{name} {view.sha256[:8]}"))
    if errors and edits:
        # Another model may cut the text otherwise: the numbers would stand for other tokens.
        errors.append(SharedEditsError(received=len(edits)))
        edits = ()
    await_edits(view.text, edits)
    _keep_notices(view.page, view.text, errors)


def _keep_notices(page: str, text: str, errors: list[CoreError]) -> None:
    st.session_state[_NOTICES_KEY] = _Notices(
        page=page, text=text, model=_chosen_model(), errors=tuple(errors)
    )


def _notices_block(page: str) -> None:
    """Say what did not fit, as long as the same text stands there and the same model answers."""
    kept: _Notices | None = st.session_state.get(_NOTICES_KEY)
    if kept is None or kept.page != page:
        return
    if (kept.text, kept.model) != (st.session_state.get(_TEXT_KEYS[page]), _chosen_model()):
        del st.session_state[_NOTICES_KEY]
        return
    for error in kept.errors:
        st.warning(error_markdown(error))


def _open_file(uploader: str, page: str, error_key: str) -> None:
    """Show the view of the file that was brought, or keep the reason why not: a callback.

    Args:
        page: where the person is, one of `core.view.json.shared_view.PAGES`.
        error_key: where the session keeps the reason.
    """
    file = st.session_state[uploader]
    if file is None:
        return
    try:
        view = read_shared_file(file.getbuffer())
        _check_choices(view)
    except CoreError as error:
        st.session_state[error_key] = error
        return
    st.session_state[_FILE_NUMBER_KEY] = st.session_state.get(_FILE_NUMBER_KEY, 0) + 1
    st.session_state.pop(_TAKEN_KEY, None)
    chosen = {name: getattr(view, name) for name in (_MODEL_KEY, *CHOICES)}
    if view.model not in model_names():
        chosen[_MODEL_KEY] = _chosen_model()
    for name in (_MODEL_KEY, LANGUAGE_KEY, *(_WIDGETS if view.page == "analyze" else ())):
        st.session_state[name] = chosen[name]
    _use_text(view, [])
    query = {name: value for name, value in chosen.items() if value}
    query |= {name: "1" for name in SWITCHES if getattr(view, name)}
    if view.page == page:
        st.query_params.from_dict(query)
        st.rerun()  # of the whole app: left to itself, what stands in a panel runs only that
    else:
        go_to(f"pages/{view.page}.py", query)


def _check_choices(view: SharedView) -> None:
    """Make sure that this app knows what the file asks for.

    Raises:
        UnknownMethodError, UnknownLabelError.
    """
    if view.method and view.method not in METHODS:
        raise UnknownMethodError(method=view.method, methods=", ".join(METHODS))
    name = view.model if view.model in model_names() else _chosen_model()
    labels = get_analyzer(name).labels
    if view.target and view.target not in labels:
        raise UnknownLabelError(label=view.target, labels=", ".join(labels))


def _chosen(name: str) -> str:
    """Return a choice as its widget has it, else as the address has it."""
    if name in st.session_state:
        return st.session_state[name]
    return short_choice(st.query_params.get(name))


def _chosen_model() -> str:
    names = model_names()
    return read_choice(_MODEL_KEY, names, default=names[0])
