"""Words of the app itself, and those that two pages or more use."""

WORDS: dict[str, dict[str, str]] = {
    "app_name": {"ja": "注目", "en": "Chūmoku"},
    "language": {"ja": "言語 / Language", "en": "Language / 言語"},
    "model": {"ja": "モデル", "en": "Model"},
    "model_help": {
        "ja": "models フォルダにあるモデルから選べます。default はこのアプリのモデル、article は "
        "2019 年の記事のつくり方をそのまま再現したモデルです。",
        "en": "Any model in the folder “models”. “default” is this app's model, “article” follows "
        "the recipe of the 2019 article to the letter.",
    },
    # For everybody
    "present": {"ja": "発表モード", "en": "Presentation mode"},
    "present_help": {
        "ja": "文字を大きくし、メニューを隠します。Esc か右上の ✕ で終わります。",
        "en": "Large type, no menus. Esc or the ✕ at the top right ends it.",
    },
    "present_end": {"ja": "発表モードを終える (Esc)", "en": "End the presentation (Esc)"},
    "loading": {"ja": "モデルを読み込んでいます…", "en": "Loading the model…"},
    "analyze_title": {"ja": "分析", "en": "Analyse"},
    "text": {"ja": "テキスト", "en": "Text"},
    "text_placeholder": {
        "ja": "ここに日本語の文を入力してください",
        "en": "Type a Japanese sentence here",
    },
    "analyze_button": {"ja": "分析する", "en": "Analyse"},
    "submit_hint": {
        "ja": "⌘ / Ctrl + Enter でも分析できます。",
        "en": "⌘ / Ctrl + Enter works too.",
    },
    "analysing": {"ja": "計算しています…", "en": "Computing…"},
    "judging": {"ja": "ランダムと比べています…", "en": "Comparing with chance…"},
    "flip_working": {"ja": "組を探しています…", "en": "Looking for the set…"},
    "quoted": {"ja": "「{text}」", "en": "“{text}”"},
    "list_joint": {"ja": "、", "en": ", "},
    "panel": {"ja": "くわしく", "en": "Details"},
    "probability": {"ja": "確率", "en": "Probability"},
    "probability_kind": {"ja": "確率の種類", "en": "Kind of probability"},
    "calibrated": {"ja": "較正後", "en": "Calibrated"},
    "calibrated_help": {
        "ja": "較正後: 実際に当たる割合に近くなるように、学習に使っていない文で調整した値です。0.7 なら、"
        "10 回に 7 回ほど当たるという意味です。順位は変わりません。",
        "en": "Calibrated: fitted, on sentences not learnt from, to how often the model is right: "
        "0.7 means about 7 times in 10. The order of the categories stays.",
    },
    "raw": {"ja": "調整前", "en": "Raw"},
    "raw_help": {
        "ja": "調整前: モデルの最後の層(ソフトマックス)が出したままの値です。",
        "en": "Raw: what the model's last layer (softmax) gives, as it is.",
    },
    "category": {"ja": "分類", "en": "Category"},
    "chart_alt": {
        "ja": "棒グラフ: 確率の高い順に {bars}",
        "en": "Bar chart, most probable first: {bars}",
    },
    "bars_before": {"ja": "編集前", "en": "Before"},
    "edited_chart_alt": {
        "ja": "棒グラフ: 編集前 → 編集後 {bars}",
        "en": "Bar chart, before → after the edits: {bars}",
    },
    "looked_at": {"ja": "モデルが見たところ", "en": "What the model looked at"},
    "looked_at_help": {
        "ja": "色が濃く、下線が太いほど値が大きいトークンです。トークンは、モデルが文を読むときの"
        "小さな単位です。モデルがその分類を選んだ理由だとは限りません。",
        "en": "The stronger the colour and the thicker the line, the larger the value. A token is "
        "the small unit in which the model reads. This is not necessarily why the category was "
        "chosen.",
    },
    "view": {"ja": "見方", "en": "View"},
    "target": {"ja": "説明する分類", "en": "Category explained"},
    "nearly_uniform": {
        "ja": "ほぼ一様です(最大と最小の比が 1.05 未満)。どのトークンも強調しません。",
        "en": "Nearly uniform (largest and smallest differ by less than 5 %): nothing is "
        "highlighted.",
    },
    "padding_block": {"ja": "余白 {share} %", "en": "Padding {share} %"},
    "chips": {"ja": "見た目 → モデルが見たもの", "en": "As written → as the model saw it"},
    "chips_unknown": {"ja": "〈unk〉", "en": "<unk>"},
    "token_status": {"ja": "{piece} {score}({rank} 位)", "en": "{piece} {score} (rank {rank})"},
    "token_hint": {
        "ja": "トークンを指すか、← → で選ぶと、値が出ます。",
        "en": "Point at a token, or choose one with ← →, to see its value.",
    },
    "token_menu_hint": {
        "ja": "トークンを指すか、← → で選ぶと、値が出ます。クリックか Enter で、削除や置き換えができます。",
        "en": "Point at a token, or choose one with ← →, to see its value. Click or Enter: delete or "
        "replace it.",
    },
    "edit_delete": {"ja": "削除", "en": "Delete"},
    "edit_unk": {"ja": "〈unk〉にする", "en": "Make it <unk>"},
    "edit_blank": {"ja": "空白にする", "en": "Make it a blank"},
    "edit_replace": {"ja": "置き換え…", "en": "Replace…"},
    "edit_field": {"ja": "置き換える文字", "en": "New text"},
    "edit_ok": {"ja": "OK", "en": "OK"},
    "edit_close": {"ja": "閉じる", "en": "Close"},
    "tokens_label": {"ja": "トークンごとの値", "en": "Values per token"},
    "about": {"ja": "これは何?", "en": "What is this?"},
    "about_accuracy": {
        "ja": "このモデル({name})の正答率は {accuracy}(95 % 区間 {low}–{high}、テスト用の {count} 文、"
        "{protocol})。いつも「{majority}」と答えると {baseline} です。",
        "en": "Accuracy of this model ({name}): {accuracy} (95 % interval {low}–{high}, {count} "
        "test sentences, {protocol}). Always answering “{majority}” gives {baseline}.",
    },
    "protocol_grouped": {
        "ja": "学習に使っていない記事の文",
        "en": "of articles it has never seen",
    },
    "protocol_random": {
        "ja": "学習に使った記事の別の文も含む",
        "en": "of articles whose other sentences it has learnt",
    },
    "protocol_unknown": {"ja": "分け方は不明", "en": "split unknown"},
    "accuracy_too_good": {
        "ja": "記事と同じく、テスト用の文でいちばん良い回を選んだ値なので、実力より高く出ています。",
        "en": "As in the article, the best epoch was chosen on these very test sentences: the "
        "figure is too good.",
    },
    "protocol": {"ja": "測り方", "en": "Protocol"},
    "linear": {"ja": "文字の並びだけを見る線形モデル", "en": "Linear model on character n-grams"},
    "majority": {"ja": "いつも最多の分類", "en": "Always the largest category"},
    "examples_count": {"ja": "件数", "en": "Examples"},
    "evaluation_random": {
        "ja": "文ごとに分ける(同じ記事の別の文を学習し、話題タグも残すので、高く出ます)",
        "en": "Split by sentence (other sentences of the same article are learnt and topic tags "
        "stay: too high)",
    },
    "evaluation_random_untagged": {
        "ja": "文ごとに分け、話題タグを除く",
        "en": "Split by sentence, topic tags removed",
    },
    "evaluation_grouped_tagged": {
        "ja": "記事ごとに分け、話題タグを残す(正解が書いてあるので、高く出ます)",
        "en": "Split by article, topic tags kept (they spell out the answer: too high)",
    },
    "evaluation_grouped": {
        "ja": "記事ごとに分ける(見たことのない記事の文)",
        "en": "Split by article (sentences of articles never seen)",
    },
    "evaluation_documents": {
        "ja": "記事ごとに分け、記事 1 本につき 1 回答える",
        "en": "Split by article, one answer per article",
    },
    "evaluation_topics_today": {
        "ja": "今日の話題(2006 年になかった言葉を含む文)",
        "en": "Topics of today (sentences with words that did not exist in 2006)",
    },
    "about_uncalibrated": {
        "ja": "このモデルの確率は較正していません。調整に使える文を残さずに学習したためです。",
        "en": "The probabilities of this model are not calibrated: its recipe leaves no sentences "
        "to fit them on.",
    },
    "matrix_heading": {
        "ja": "行列: どのトークンがどのトークンを見たか",
        "en": "Matrix: which token looks at which",
    },
    "matrix_padding": {"ja": "余白 {count}", "en": "padding {count}"},
    "matrix_row": {"ja": "見る側のトークン(行)", "en": "The token that looks (row)"},
    "padding_model_article": {"ja": "記事のモデル(article)", "en": "The article's model (article)"},
    "compare_title": {"ja": "比較", "en": "Compare"},
    "download_csv": {"ja": "CSV をダウンロード", "en": "Download CSV"},
    "check_title": {"ja": "検査", "en": "Check"},
    "check_back": {"ja": "← 検査に戻る", "en": "← Back to the check"},
    "check_missing": {
        "ja": "このモデルではまだ測っていません。次のコマンドで測ると、ここに出ます: {command}",
        "en": "Not measured for this model yet. This command measures it, to be shown here: "
        "{command}",
    },
    "twin_building": {"ja": "未学習の双子に見せています…", "en": "Asking the untrained twin…"},
    "significance_difference": {
        "ja": "差は {difference}(95 % 区間 {low}〜{high}、{p})。{verdict}",
        "en": "Difference {difference} (95 % interval {low} to {high}, {p}). {verdict}",
    },
    "significance_within": {
        "ja": "この差は誤差の範囲です。",
        "en": "This difference is within the noise.",
    },
    "significance_beyond": {
        "ja": "誤差では説明しにくい差です。",
        "en": "Noise hardly explains this difference.",
    },
    "slices_counted": {"ja": "{name}({count} 行)", "en": "{name} ({count} rows)"},
    "slices_name_length": {"ja": "{low}〜{high} トークン", "en": "{low}–{high} tokens"},
    "slices_name_longest": {"ja": "{low} トークン以上", "en": "{low} tokens or more"},
    "slices_name_unknown_yes": {"ja": "知らないトークンあり", "en": "With unknown tokens"},
    "slices_name_unknown_no": {"ja": "知らないトークンなし", "en": "No unknown tokens"},
    "slices_name_tag_yes": {"ja": "話題タグあり", "en": "With a topic tag"},
    "slices_name_tag_no": {"ja": "話題タグなし", "en": "No topic tag"},
    "slices_name_confidence": {"ja": "確率 {low}〜{high}", "en": "Probability {low}–{high}"},
    "slices_name_article": {"ja": "記事 {name}", "en": "Article {name}"},
    "protocols_random": {"ja": "文ごとに分ける", "en": "Split by sentence"},
    "protocols_grouped": {"ja": "記事ごとに分ける", "en": "Split by article"},
    "report_interval": {"ja": "{value}({low}–{high})", "en": "{value} ({low}–{high})"},
    "scope_maybe_out": {"ja": "**対象外かもしれません。**", "en": "**May be out of scope.**"},
    "lesson_title": {"ja": "授業", "en": "Lesson"},
    "model_page_title": {"ja": "モデル", "en": "Model"},
    "vocabulary_nearest": {
        "ja": "「{piece}」に近いトークンとコサイン",
        "en": "Nearest to “{piece}”, with the cosine",
    },
    # Share
    "share_link": {"ja": "リンクをコピー", "en": "Copy link"},
    "share_link_help": {
        "ja": "いま見ている画面を開くリンクをつくります。リンクには文そのものが入ります。渡した相手や、"
        "開いたブラウザの履歴にも残ります。",
        "en": "Makes a link that opens this view. The text itself is in the link: whoever gets it "
        "can read it, and the browser that opens it keeps it in its history.",
    },
    "share_copied": {"ja": "リンクをコピーしました。", "en": "The link is copied."},
    "share_manual": {
        "ja": "このリンクを選んでコピーしてください。",
        "en": "Please copy this link by hand.",
    },
    "share_field": {"ja": "リンク", "en": "Link"},
    "share_file_instead": {
        "ja": "{reason}(「分析」の「履歴」から、ファイルに保存できます)",
        "en": "{reason} (“History” on the page “Analyse” saves it as a file)",
    },
    "share_file_about": {
        "ja": "長い文も、文・モデル・選んだ見方・編集を小さなファイルに保存し、あとで同じ画面を開けます。",
        "en": "A small file holds a text of any length, the model, your choices and edits; opening "
        "it shows the same again.",
    },
    "share_save": {"ja": "この画面を保存 (JSON)", "en": "Save this view (JSON)"},
    "share_open": {"ja": "保存したファイルを開く", "en": "Open a saved file"},
}
