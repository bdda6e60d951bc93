"""A view as an address and as a file: what goes in comes out, and whatever else comes is refused."""

import json
from dataclasses import replace
from urllib.parse import parse_qs, quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.analyzer import Analyzer
from core.errors import (
    LinkTooLongError,
    NoSharedFileError,
    SharedEditsError,
    SharedFileTooLargeError,
    SharedSchemaError,
    TooManyEditsError,
)
from core.lab.edits import OPERATIONS, Edit
from core.paths import MODELS
from core.view.json.shared_view import (
    CHOICES,
    MAX_EDITS,
    MAX_FILE_BYTES,
    MAX_LINK_CHARACTERS,
    PAGES,
    SharedView,
    read_shared_file,
    replay_edits,
    write_shared_file,
)

UDON = "もちろん、おいしいうどんを食べることを、第一の目的にして行くのだが。"
VIEW = SharedView(
    page="analyze",
    text="<b>*寺*</b> & 100 % + ㍿\n👨‍👩‍👧",
    model="default",
    sha256="0123456789abcdef" * 4,
    lang="en",
    method="lime",
    target="京都",
    unit="bunsetsu",
    present=True,
    edits=(
        Edit(operation="replace", tokens=(0, 2), replacement='"]\\'),
        Edit(operation="unk", tokens=(1,)),
    ),
)

TEXTS = st.text(st.characters(codec="utf-8"), max_size=MAX_LINK_CHARACTERS)
EDITS = st.builds(
    Edit,
    operation=st.sampled_from(OPERATIONS),
    tokens=st.sets(st.integers(0, 999), min_size=1, max_size=3).map(lambda s: tuple(sorted(s))),
    replacement=st.text(st.characters(codec="utf-8"), max_size=9),
)
VIEWS = st.builds(
    SharedView,
    page=st.sampled_from(PAGES),
    text=TEXTS,
    sha256=st.sampled_from(["", VIEW.sha256]),
    answer=st.booleans(),
    present=st.booleans(),
    edits=st.lists(EDITS, max_size=3).map(tuple),
    **dict.fromkeys(["model", *CHOICES], st.text(st.characters(codec="utf-8"), max_size=64)),
)


@pytest.fixture(scope="module")
def analyzer():
    return Analyzer.load(MODELS / "default")


@given(view=VIEWS)
def test_an_address_gives_the_view_back(view):
    # As the browser gets it from the button and sends it back.
    address = urlencode(view.to_query(), quote_via=quote)
    query = {name: values[-1] for name, values in parse_qs(address).items()}
    assert address.isascii()
    assert SharedView.from_query(query, page=view.page) == replace(view, sha256=view.sha256[:16])


@given(view=VIEWS)
def test_a_file_gives_the_view_back(view):
    assert read_shared_file(write_shared_file(view)) == view


def test_an_address_leaves_out_what_is_not_chosen():
    assert SharedView(page="analyze", text="寺", step="4").to_query() == {"text": "寺", "step": "4"}


def test_a_file_says_what_it_is():
    content = json.loads(write_shared_file(VIEW))
    assert (content["schema"], content["text"]) == (1, VIEW.text)
    assert content["model"] == {"name": "default", "sha256": VIEW.sha256}
    assert content["choices"]["target"] == "京都"
    assert content["edits"] == [["replace", [0, 2], '"]\\'], ["unk", [1], ""]]


def test_a_text_of_300_characters_fits_an_address_and_one_more_does_not():
    fits = SharedView(page="analyze", text="👪" * 300)
    assert fits.to_query()["text"] == "👪" * 300
    with pytest.raises(LinkTooLongError, match=r"301$"):
        replace(fits, text="寺" * 301).to_query()
    with pytest.raises(LinkTooLongError):
        SharedView.from_query({"text": "寺" * 301}, page="analyze")
    with pytest.raises(LinkTooLongError):
        replace(fits, edits=VIEW.edits * 9).to_query()


def test_a_lone_half_of_a_surrogate_pair_becomes_a_question_mark():
    view = SharedView.from_query({"text": "寺\ud83d", "method": "\ud83d"}, page="analyze")
    assert (view.text, view.method) == ("寺?", "?")


def test_an_option_longer_than_any_is_none():
    assert SharedView.from_query({"text": "寺", "method": "x" * 65}, page="analyze").method == ""


BROKEN_EDITS = [
    "nonsense",
    "null",
    "{}",
    "[" * 300,
    '["delete"]',
    '[["delete",[0]]]',
    '[["delete",[0],"",""]]',
    '[["remove",[0],""]]',
    '[["delete",[],""]]',
    '[["delete",[1,0],""]]',
    '[["delete",[-1],""]]',
    '[["delete",[true],""]]',
    '[["delete",[0.0],""]]',
    '[["delete","0",""]]',
    '[["delete",[0],7]]',
    '[[["delete"],[0],""]]',
]


@pytest.mark.parametrize("edits", BROKEN_EDITS)
def test_broken_edits_of_an_address(edits):
    with pytest.raises(SharedEditsError):
        SharedView.from_query({"text": "寺", "edits": edits}, page="analyze")


def changed(**parts):
    return json.dumps(VIEW.to_json() | parts).encode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"text,label",
        b"[]",
        b"[" * 100_000,
        b"1" * 5_000,
        b'{"schema": 1, "text": "an analysis that was exported"}',
        changed(text=None),
        changed(page="check"),
        changed(model="default"),
        changed(model={"name": "default"}),
        changed(choices=[]),
        changed(choices={"method": 7}),
        changed(edits={}),
        changed(edits=[["delete", [1, 0], ""]]),
    ],
    ids=lambda content: repr(content[:40]),
)
def test_a_file_that_is_none_of_ours(content):
    with pytest.raises(NoSharedFileError):
        read_shared_file(content)


@pytest.mark.parametrize("schema", [0, 2, "1", True, 1.0, None])
def test_a_file_of_another_schema_says_which(schema):
    with pytest.raises(SharedSchemaError, match=f"{schema}$"):
        read_shared_file(changed(schema=schema))


def test_too_large_a_file_is_not_read():
    with pytest.raises(SharedFileTooLargeError, match=r"1,000,001$"):
        read_shared_file(b" " * (MAX_FILE_BYTES + 1))


def test_the_largest_view_fits_into_a_file():
    largest = replace(VIEW, text="\x01" * 100_000, edits=VIEW.edits[:1] * MAX_EDITS)
    assert read_shared_file(write_shared_file(largest)) == largest
    more = replace(largest, edits=VIEW.edits[:1] * (MAX_EDITS + 1))
    with pytest.raises(TooManyEditsError, match=r"101$"):
        write_shared_file(more)
    with pytest.raises(TooManyEditsError):
        read_shared_file(changed(edits=[["delete", [0], ""]] * (MAX_EDITS + 1)))


def test_the_checksum_of_an_address_is_compared_as_far_as_it_goes():
    view = SharedView.from_query(VIEW.to_query(), page="analyze")
    assert view.same_model(VIEW.sha256)
    assert not view.same_model("f" + VIEW.sha256[1:])


def test_edits_are_applied_one_after_the_other(analyzer):
    pieces = [token.piece for token in analyzer.tokenize(UDON).tokens]
    udon, eat = pieces.index("うどん"), pieces.index("食べる")
    edits = (
        Edit(operation="replace", tokens=(eat,), replacement="写す"),
        Edit(operation="delete", tokens=(udon,)),
    )
    history = replay_edits(analyzer, UDON, edits)
    assert history.present.text == UDON.replace("うどん", "").replace("食べる", "写す")
    assert tuple(step.edit for step in history.past) == edits
    assert history.undone().present.text == UDON.replace("食べる", "写す")


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (Edit(operation="delete", tokens=(10**18,)), "1: 10+ / "),
        (Edit(operation="replace", tokens=(0,), replacement=" "), "1: EmptyTextError"),
        (Edit(operation="replace", tokens=(0,), replacement="寺" * 10_000), "1: TextTooLongError"),
    ],
)
def test_an_edit_that_does_not_fit_is_named(analyzer, edit, said):
    with pytest.raises(SharedEditsError, match=said):
        replay_edits(analyzer, UDON, [edit])
