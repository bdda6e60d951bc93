"""Every word is there in both languages, is asked for, and stands with the page that says it."""

import string

import pytest

from core.errors import LANGUAGES
from core.paths import ROOT
from core.words.lookup import MODULES, WORDS, join_words, word_in
from tests.words.generated_keys import PUT_TOGETHER, generated_keys
from tests.words.screen_files import PAGE_FILES, SCREEN_FILES, pages_of
from tests.words.word_calls import asked_keys

# What any page may say, and what one may say besides.
FOR_ALL = ("shared", "methods", "reading")
OWN = {
    "analyze": ("analyze", "export"),
    "compare": ("compare",),
    "lesson": ("lesson",),
    "check": ("check", "report"),
    "model": ("model",),
}


def faults_of(texts):
    """Name what is wrong with a word."""
    faults = []
    if set(texts) != set(LANGUAGES):
        faults.append(f"languages {sorted(texts)}")
    if not all(text.strip() for text in texts.values()):
        faults.append("an empty text")
    blanks = {
        frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)
        for text in texts.values()
    }
    if len(blanks) != 1:
        faults.append(f"blanks {sorted(map(sorted, blanks))}")
    return faults


def test_every_word_is_complete():
    assert {key: faults for key, texts in WORDS.items() if (faults := faults_of(texts))} == {}


@pytest.mark.parametrize(
    ("texts", "num_faults"),
    [
        ({"ja": "{count} 行", "en": "{count} rows"}, 0),
        ({"ja": "{count} 行"}, 1),
        ({"ja": "行", "en": " "}, 1),
        ({"ja": "{count} 行", "en": "{number} rows"}, 1),
        ({"ja": "{count} 行", "en": "rows"}, 1),
        ({"ja": "{count} 行", "de": ""}, 3),
    ],
)
def test_the_search_for_faults_finds_what_it_looks_for(texts, num_faults):
    assert len(faults_of(texts)) == num_faults


def test_a_key_of_two_modules_is_refused():
    word = {"ja": "行", "en": "Row"}
    assert join_words({"check": {"row": word}, "model": {"rows": word}}) == {
        "row": word,
        "rows": word,
    }
    with pytest.raises(ValueError, match="Received: 'row' in check and in model"):
        join_words({"check": {"row": word}, "model": {"row": word}})


def test_a_word_is_said_in_the_language_with_its_blanks_filled():
    assert word_in("ja", "quoted", text="京都") == "「京都」"
    assert word_in("en", "quoted", text="Kyoto") == "“Kyoto”"


@pytest.fixture(scope="module")
def asked():
    """The keys and patterns of every file."""
    return {path: asked_keys(path.read_text(encoding="utf-8")) for path in SCREEN_FILES}


@pytest.fixture(scope="module")
def used(asked):
    """The words of every file."""
    return {
        path: {key for pattern in patterns for key in generated_keys(pattern)}
        for path, patterns in asked.items()
    }


def test_every_key_that_is_put_together_says_of_what_and_no_other_is_listed(asked):
    assert {key for keys in asked.values() for key in keys if "{" in key} == set(PUT_TOGETHER)


def test_every_word_that_is_asked_for_exists(used):
    missing = {path.name: keys - set(WORDS) for path, keys in used.items() if keys - set(WORDS)}
    assert missing == {}


def test_every_word_is_asked_for(used):
    assert set(WORDS) - set().union(*used.values()) == set()


def test_a_page_says_its_own_words_and_those_that_all_share(used):
    strangers = []
    for path, keys in used.items():
        modules = [*FOR_ALL, *(name for page in pages_of(path) for name in OWN[page])]
        allowed = {key for name in modules for key in MODULES[name]}
        strangers += [f"{path.relative_to(ROOT)}: {key}" for key in sorted(keys - allowed)]
    assert strangers == []


def test_every_module_belongs_to_a_page_or_to_all():
    assert {*FOR_ALL, *(name for names in OWN.values() for name in names)} == set(MODULES)


def test_every_row_of_the_pages_names_files_and_no_file_stands_in_two():
    rows = [row for of_page in PAGE_FILES.values() for row in of_page]
    assert [row for row in rows if not list(ROOT.glob(row))] == []
    assert [path.name for path in SCREEN_FILES if len(pages_of(path)) > 1] == []


@pytest.mark.parametrize(
    ("source", "keys"),
    [
        ("st.button(word('save', count=3))", {"save"}),
        ("word(f'panel_{name}')", {"panel_{}"}),
        ("word(f'lesson_{step.name}_{part}_ask')", {"lesson_{}_{}_ask"}),
        ("word(method)", {"{method}"}),
        ("word('delta_large' if large else 'delta')", {"delta_large", "delta"}),
        ('word(f\'is_{"on" if lit else "off"}\')', {"is_on", "is_off"}),
        ("word(f'want_{one.kind or \"any\"}')", {"want_{}", "want_any"}),
        ("[word(key) for key in ('one', 'two')]", {"one", "two"}),
        (
            "NAMES = ('one', 'two')\n[word(f'{name}_help') for name in NAMES]",
            {"one_help", "two_help"},
        ),
        ("for name, title in {'a': 'A', 'b': 'B'}.items():\n    word(name)", {"a", "b"}),
        ("for place, name in zip(places, ('a', 'b')):\n    word(name)", {"a", "b"}),
        ("for name, values in (('a', x), ('b', y)):\n    word(name)", {"a", "b"}),
        ("kind = 'a'\nif much:\n    kind = 'b'\nword(kind)", {"a", "b"}),
        ("kind = chosen() if two else 'a'\nword(kind)", {"a", "{kind}"}),
        # Names of another function, and of a lambda, are others.
        ("def f():\n    name = 'a'\ndef g(name):\n    word(f'x_{name}')", {"x_{}"}),
        ("[n for n in ('a', 'b')]\npick(told=lambda n: word(f'x_{n}'))", {"x_{}"}),
        ("said('save')\nword_in('en', 'save')", set()),
    ],
)
def test_the_search_for_keys_finds_what_it_looks_for(source, keys):
    assert asked_keys(source) == keys
