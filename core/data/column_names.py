"""What people call the columns of texts, true labels and articles."""

import unicodedata

TEXT_NAMES = (
    *("text", "feature", "sentence", "本文", "文", "テキスト", "文章", "内容", "発話", "コメント"),
    *("レビュー", "投稿", "body", "content", "comment", "review", "message", "texts", "features"),
)
LABEL_NAMES = (
    *("label", "category", "ラベル", "分類", "カテゴリ", "カテゴリー", "正解", "class", "target"),
    *("labels", "topic", "トピック", "ジャンル", "true_label", "正解ラベル", "種類"),
)
GROUP_NAMES = (
    *("group", "article", "記事", "article_id", "document", "doc_id", "グループ", "文書"),
    *("記事id", "groups", "thread", "blog"),
)
KNOWN_NAMES = frozenset({*TEXT_NAMES, *LABEL_NAMES, *GROUP_NAMES})


def usual_name(column: str) -> str:
    """Return the name as it stands in these lists: NFKC, trimmed, small letters."""
    return unicodedata.normalize("NFKC", column).strip().lower()
