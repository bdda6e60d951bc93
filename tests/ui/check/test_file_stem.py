"""Names of files that leave the page, of names that came in."""

import pytest

from core.ui.check.file_stem import file_stem


@pytest.mark.parametrize(
    ("source", "stem"),
    {
        "結果.csv": "結果",
        "knb/test": "knb-test",
        "a.b.csv": "a.b",
        "か\u3099.csv": "が",
        "👨‍👩‍👧.csv": "👨‍👩‍👧",
        "a\nb\r\tc.csv": "a-b--c",
        "\u202egpj.csv": "-gpj",
        'a\\b:c*d?"e<f>g|h.csv': "a-b-c-d--e-f-g-h",
        "../../x.csv": "-..-x",
        f"{'長' * 300}.csv": "長" * 80,
        " .csv": "file",
        "": "file",
    }.items(),
)
def test_every_system_takes_the_name(source, stem):
    assert file_stem(source) == stem
