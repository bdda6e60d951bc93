"""A file that somebody brings to the page 検査."""

from tests.ui.pages import open_page

FILE = (
    "本文,分類\r\n"
    "清水寺に行きました。,京都\r\n"
    "おいしいうどんを食べた。,グルメ\r\n"
    "サヨナラホームランで勝った。,京都\r\n"
    "国会で予算案が成立した。,政治\r\n"
    "<b>*太字*</b> $x$,\r\n"
    '"",グルメ\r\n'
)


def upload(content, name="文.csv", **address):
    page = open_page("check", source="upload", **address)
    page.file_uploader(key="check_uploader").upload(name, content)
    return page.run()
