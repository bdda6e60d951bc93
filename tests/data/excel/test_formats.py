"""A number, a date, a text in a cell is read as Excel shows it; the values are Excel's own."""

import pytest

from core.data.excel.formats import shown_number, shown_text
from core.data.excel.tokens import BUILT_IN

ACCOUNTING = '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ '
YEN = r'"¥"#,##0;[Red]\-"¥"#,##0'


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        # Plain.
        (3, "General", "3"),
        (-0.0, "General", "0"),
        (0.1 + 0.2, "General", "0.3"),
        (1 / 3, "General", "0.333333333"),
        (1234567.891, "General", "1234567.891"),
        (0.0001, "General", "0.0001"),
        (0.00001234, "General", "1.234E-05"),
        (1e20, "General", "1E+20"),
        (-1.5e300, "General", "-1.5E+300"),
        (123456789012, "General", "123456789012"),  # not 1.23457E+11: a number of an article
        (7, 'General"件"', "7件"),
        # Digits.
        (5, "00000", "00005"),
        (1000123, "000-0000", "100-0123"),
        (1234567, "#,##0", "1,234,567"),
        (5, "0,000", "0,005"),
        (1234567.8, '#,##0,"千円"', "1,235千円"),
        (2500000, '0.0,,"M"', "2.5M"),
        (1234.5, "#,##0.0#", "1,234.5"),
        (12, "0.##", "12."),
        (1.005, "0.00", "1.01"),
        (2.5, "0", "3"),
        (0, "#", ""),
        (0.5, "0%", "50%"),
        (0.12345, "0.0%", "12.3%"),
        (12345, "0.00E+00", "1.23E+04"),
        (999.9, "0.0E+0", "1.0E+3"),
        (0.00012, "0.0E-0", "1.2E-4"),
        (12345.678, "##0.0E+0", "12.3E+3"),
        (1.5, "# ?/?", "1 1/2"),
        (-0.3333, "# ?/?", "-1/3"),
        (3, "# ??/??", "3"),
        (2.6, "# ?/8", "2 5/8"),
        (1e300, "0", "1" + "0" * 300),
        # Sections, money, signs.
        (-0.3, "0", "0"),
        (-5, "0", "-5"),
        (1234, YEN, "¥1,234"),
        (-1234, YEN, "-¥1,234"),
        (-1234, r"[$¥-411]#,##0;[Red]\-[$¥-411]#,##0", "-¥1,234"),
        (-1234, "#,##0_);(#,##0)", "(1,234)"),
        (-1234, '#,##0;"▲ "#,##0', "▲ 1,234"),
        (12345678, ACCOUNTING, "¥12,345,678"),
        (0, ACCOUNTING, "¥-"),
        (1, '"はい";;"いいえ"', "はい"),
        (0, '"はい";;"いいえ"', "いいえ"),
        (0, "0;-0;;@", ""),
        (150, '[>100]"多い";[<=10]"少ない";"ふつう"', "多い"),
        (5, '[>100]"多い";[<=10]"少ない";"ふつう"', "少ない"),
        (50, '[>100]"多い";[<=10]"少ない";"ふつう"', "ふつう"),
        (-5, "[<0][Red]0;0", "5"),
        (8012345678, '[<=9999999]000-0000;00-0000-0000', "80-1234-5678"),
        (3.5, "@", "3.5"),
        (3.7, ";;;", "3.7"),  # hidden whatever it is: still there
        # Dates.
        (45322, "yyyy/m/d", "2024/1/31"),
        (45322, BUILT_IN[14], "2024/1/31"),
        (45322, 'yyyy"年"m"月"d"日"', "2024年1月31日"),
        (45322, '[$-411]ggge"年"m"月"d"日"', "令和6年1月31日"),
        (43586, '[$-ja-JP-x-gannen]ggge"年"m"月"d"日";@', "令和元年5月1日"),
        (43585, "[$-411]ge.m.d", "H31.4.30"),
        (32515, '[$-411]gge"年"', "昭64年"),
        (32515, "r", "64"),
        (45322, "yyyy/m/d(aaa)", "2024/1/31(水)"),
        (45322, "aaaa", "水曜日"),
        (45322, "dddd, mmmm d", "Wednesday, January 31"),
        (45322, "[$-411]dddd", "水曜日"),
        (45322, "d-mmm-yy", "31-Jan-24"),
        (45322, "[$-F800]dddd, mmmm dd, yyyy", "2024年1月31日"),
        (45322.378472222, "yyyy-mm-dd hh:mm:ss", "2024-01-31 09:05:00"),
        (45322.378472222, "m/d/yy h:mm", "1/31/24 9:05"),
        (45322.878472222, "h:mm AM/PM", "9:05 PM"),
        (45322.878472222, "[$-411]AM/PM h:mm", "午後 9:05"),
        (0.0, "h:mm AM/PM", "12:00 AM"),
        (0.5000116, "h:mm:ss.000", "12:00:01.002"),
        (0.25, 'h"時"mm"分"', "6時00分"),
        (1 / 24, "mm:ss", "00:00"),
        (0.99999999, "h:mm:ss", "0:00:00"),
        # Excel's calendar has a 29th of February in 1900, and a day before its first.
        (0, "yyyy/m/d", "1900/1/0"),
        (1, "yyyy/m/d", "1900/1/1"),
        (60, "yyyy/m/d", "1900/2/29"),
        (61, "yyyy/m/d", "1900/3/1"),
        (2958465, "yyyy/m/d", "9999/12/31"),
        # What Excel shows as ####.
        (-1, "yyyy/m/d", "-1"),
        (2958466, "yyyy/m/d", "2958466"),
        # Durations.
        (1.5, "[h]:mm", "36:00"),
        (1.5, "[h]:mm:ss", "36:00:00"),
        (0.25, "[mm]:ss", "360:00"),
        (0.001, "[ss]", "86"),
    ],
)  # fmt: skip
def test_numbers_and_dates(value, code, shown):
    assert shown_number(float(value), code) == shown


def test_days_that_are_counted_from_1904_on():
    assert shown_number(0.0, "yyyy/m/d", from_1904=True) == "1904/1/1"
    assert shown_number(43860.0, "yyyy/m/d", from_1904=True) == "2024/1/31"


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("General", "寺 "),
        ("@", "寺 "),
        ('"第"@"号"', "第寺 号"),
        (ACCOUNTING, "寺 "),
        ("0.00", "寺 "),
        (";;;", "寺 "),
        ("yyyy/m/d;@", "寺 "),
    ],
)
def test_texts(code, shown):
    assert shown_text("寺 ", code) == shown


@pytest.mark.parametrize("code", ["", '"', "[", "\\", "0.0.0", "////", "E+", "%%%", "[h", "ggggg"])
def test_a_format_that_makes_no_sense_is_no_reason_to_stop(code):
    for value in (0.0, -1.5, 45322.5, 1e300):
        assert isinstance(shown_number(value, code), str)
