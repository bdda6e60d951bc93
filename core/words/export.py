"""Words of what 分析 gives to take home: the panel 書き出し and its files."""

WORDS: dict[str, dict[str, str]] = {
    "export_title": {"ja": "「{text}」の分析", "en": "Analysis of “{text}”"},
    "export_honest": {
        "ja": "色が濃いのは、その見方の値が大きいところです。モデルがその分類を選んだ理由だとは限りません。",
        "en": "The stronger the colour, the larger the value of that view. This is not necessarily "
        "why the model chose the category.",
    },
    "export_targets": {
        "ja": "「ランダムと区別できません」という見方の色から、何かを結論することはできません。値が説明するのは、ネットワークが出したままの確率(調整前)です。",
        "en": "Nothing follows from the colours of a view that cannot be told from chance. What the "
        "values explain is the network's own probability (raw).",
    },
    "export_reading": {"ja": "この結果の読み方", "en": "How to read this"},
    "export_suspicious": {
        "ja": "この見方は、学習前のでたらめな重みのモデルでも、ほとんど同じところが目立ちます。モデルを見ていない疑いがあります。",
        "en": "A model with random weights makes nearly the same tokens stand out in this view: it "
        "may not look at the model.",
    },
    "export_values": {"ja": "すべての値の表", "en": "All values as a table"},
    "export_values_caption": {
        "ja": "列の番号は、上の見方の番号です。モデルが見なかったトークンは除きます。",
        "en": "The columns bear the numbers of the views above. What the model never saw is left "
        "out.",
    },
    "export_name": {"ja": "名前", "en": "Name"},
    "export_sha256": {"ja": "チェックサム(SHA-256)", "en": "Checksum (SHA-256)"},
    "export_preset": {"ja": "つくり方", "en": "Recipe"},
    "export_data": {"ja": "学習したデータ", "en": "Learnt from"},
    "export_versions": {"ja": "学習したときのライブラリ", "en": "Libraries of the training"},
    "export_model": {
        "ja": "モデル {name}(チェックサム {sha256}…)",
        "en": "Model {name} (checksum {sha256}…)",
    },
    "export_cropped": {
        "ja": "モデルが見なかった残り {count} 文字は描いていません。",
        "en": "The other {count} characters, which the model never saw, are not drawn.",
    },
    "export_heading": {"ja": "持ち帰る", "en": "Take home"},
    "export_heading_help": {
        "ja": "上で選んだ見方、分類、色、単位のまま書き出します。どのファイルも、ネットワークがなくても開けます。",
        "en": "Everything as chosen above: view, category, colour and unit. Every file opens without "
        "a network.",
    },
    "export_page_help": {
        "ja": "文、確率、色のついたトークンと値、すべての見方のくらべと判定、モデルの名前とチェックサムが入ります。長い文では、つくるのに 30 秒ほどかかることがあります。",
        "en": "The text, the probabilities, the tokens with their values, all views with their "
        "verdicts, name and checksum of the model. Making it takes about half a minute for a long text.",
    },
    "export_pictures_help": {
        "ja": "文字は線にしてあるので、日本語フォントのないコンピューターでも同じに見えます。絵文字などフォントにない文字は、番号の入った四角になります。",
        "en": "Text is drawn as outlines: it looks the same on a computer without Japanese fonts. "
        "What the font lacks, emoji say, becomes a box with its code point.",
    },
    "export_theme": {"ja": "図の背景", "en": "Background of the pictures"},
    "export_theme_light": {"ja": "明るい", "en": "Light"},
    "export_theme_dark": {"ja": "暗い", "en": "Dark"},
    "export_make": {"ja": "HTML をつくる", "en": "Make the HTML file"},
    "export_making": {"ja": "すべての見方を計算しています…", "en": "Computing all views…"},
    "export_html": {"ja": "HTML をダウンロード", "en": "Download HTML"},
    "export_pictures": {"ja": "図", "en": "Pictures"},
    "export_strip_png": {"ja": "文の図(PNG)", "en": "Text (PNG)"},
    "export_strip_svg": {"ja": "文の図(SVG)", "en": "Text (SVG)"},
    "export_matrix_png": {"ja": "行列の図(PNG)", "en": "Matrix (PNG)"},
    "export_matrix_svg": {"ja": "行列の図(SVG)", "en": "Matrix (SVG)"},
    "export_tables": {"ja": "表とデータ", "en": "Tables and data"},
    "export_tables_help": {
        "ja": "CSV は表計算ソフトで文字化けしない UTF-8(BOM つき)です。JSON には形式の番号(schema)が入ります。",
        "en": "CSV is UTF-8 with a byte order mark, which spreadsheets read right. JSON holds the "
        "number of its format (schema).",
    },
    "export_csv": {"ja": "トークンの表(CSV)", "en": "Tokens (CSV)"},
    "export_json": {"ja": "分析の結果(JSON)", "en": "Analysis (JSON)"},
    "export_page": {"ja": "1 つの HTML ファイル", "en": "One HTML file"},
}
