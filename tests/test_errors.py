"""Every error is one whole sentence in both languages."""

from multiprocessing.reduction import ForkingPickler
from string import Formatter

import pytest

from core.errors import LANGUAGES, ColumnMissingError, CoreError, EmptyTextError, FileMissingError


def _subclasses(parent: type) -> list[type]:
    return [sub for child in parent.__subclasses__() for sub in (child, *_subclasses(child))]


def _fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


ERRORS = [error for error in _subclasses(CoreError) if error.__module__ == "core.errors"]


def test_the_family_is_found():
    assert {EmptyTextError, FileMissingError, ColumnMissingError} <= set(ERRORS)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.__name__)
def test_both_languages_tell_what_was_received(error):
    assert set(error.sentences) == set(LANGUAGES) == {"ja", "en"}
    names = _fields(error.sentences["ja"])
    assert names == _fields(error.sentences["en"])
    received = {name: f"<{name}>" for name in names}
    raised = error(**received)
    for language in LANGUAGES:
        sentence = raised.sentence(language)
        assert "{" not in sentence
        assert "}" not in sentence
        assert "\n" not in sentence
        assert all(value in sentence for value in received.values())
    assert raised.sentence("ja") != raised.sentence("en")
    assert str(raised) == raised.sentence("en")


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.__name__)
def test_a_forgotten_field_crashes_where_it_is_raised(error):
    if not _fields(error.sentences["en"]):
        assert str(error())
    else:
        with pytest.raises(KeyError):
            error()


def test_an_error_comes_whole_from_another_process():
    error = ColumnMissingError(path="a.csv", column="label", columns="feature, x")
    arrived = ForkingPickler.loads(ForkingPickler.dumps(error))
    assert type(arrived) is ColumnMissingError
    assert arrived.received == error.received


def test_exact_sentences():
    error = ColumnMissingError(path="a.csv", column="label", columns="feature, x")
    assert error.sentence("en") == "a.csv has no column 'label'; its columns are: feature, x"
    assert error.sentence("ja") == "a.csv に列「label」がありません。ある列: feature, x"


def test_braces_in_a_received_value_are_not_formatted_again():
    assert FileMissingError(path="{x}").sentence("en") == "File not found: {x}"
