"""Words of 検査's printed report."""

WORDS: dict[str, dict[str, str]] = {
    "report_heading": {"ja": "印刷できる報告書", "en": "A report to print"},
    "report_help": {
        "ja": "この検査の結果を 1 つの HTML ファイルにまとめます。ネットワークなしで開けて、A4 に印刷でき、"
        "ブラウザの印刷から PDF にもできます。",
        "en": "All findings of this check in one HTML file. It opens without a network, prints on "
        "A4, and becomes a PDF by the browser's print command.",
    },
    "report_with": {"ja": "いっしょに比べるモデル", "en": "A second model to compare with"},
    "report_without": {"ja": "(なし)", "en": "(none)"},
    "report_make": {"ja": "報告書をつくる", "en": "Make the report"},
    "report_making": {
        "ja": "報告書をつくっています。決め手のトークンも調べるので、1 分ほどかかることがあります…",
        "en": "Making the report. It looks for the deciding tokens, too: this can take a minute…",
    },
    "report_download": {"ja": "報告書(HTML、{size})を保存", "en": "Save the report (HTML, {size})"},
    "report_title": {"ja": "モデル {name} の検査報告", "en": "Check of the model {name}"},
    "report_subtitle": {
        "ja": "{source}({count} 行)、{time}",
        "en": "{source} ({count} rows), {time}",
    },
    "report_no_slice": {
        "ja": "全体よりはっきり悪い部分はありません。",
        "en": "No part is worse than the whole beyond the noise.",
    },
    "report_no_scope": {
        "ja": "このモデルには、対象外を測るしくみが保存されていません。",
        "en": "This model stores no measure of what is out of scope.",
    },
    "report_ece": {
        "ja": "ECE 調整前 {before} → 較正後 {after}",
        "en": "ECE raw {before} → {after}",
    },
    "report_measured": {"ja": "何を、どう測ったか", "en": "What was measured, and how"},
    "report_training": {"ja": "学習のしかた", "en": "Training"},
    "report_trained": {
        "ja": "話題タグを{tags}、{split}学習しました。",
        "en": "Topic tags {tags}, {split}.",
    },
    "report_labels": {"ja": "分類", "en": "Categories"},
    "report_temperature": {"ja": "較正の温度", "en": "Temperature"},
    "report_versions": {"ja": "学習時のライブラリ", "en": "Libraries of the training"},
    "report_data": {"ja": "検査したデータ", "en": "Data"},
    "report_reading": {"ja": "ファイルの読み方", "en": "How it was read"},
    "report_counts": {"ja": "行の数", "en": "Rows"},
    "report_labels_fit": {"ja": "正解の分類", "en": "True categories"},
    "report_rows": {
        "ja": "{count} 行。予測できない行 {failed}、正解と比べた行 {judged}、正解がこのモデルにない分類の行 "
        "{strangers}、話題タグの付いた行 {tagged}。",
        "en": "{count}; not predicted {failed}, compared with a true label {judged}, with a true "
        "label that this model does not have {strangers}, with a topic tag {tagged}.",
    },
    "report_intervals_articles": {
        "ja": "この報告の「値(低–高)」は、どれも値と 95 % 区間です(別に断らないかぎり、記事ごとに 2,000 回引き直したブートストラップ。"
        "行や記事が少ないときと、ほとんどが当たりか外れのときは、広めに出る正確な区間)。",
        "en": "Wherever a figure is written “value (low–high)”, these are the ends of its 95 % "
        "interval (bootstrap of 2,000 draws over whole articles unless something else is said; of "
        "few rows or articles, and where nearly all are right or wrong, the exact interval).",
    },
    "report_intervals_rows": {
        "ja": "この報告の「値(低–高)」は、どれも値と 95 % 区間です(別に断らないかぎり、2,000 回引き直したブートストラップ。"
        "行が少ないときと、ほとんどが当たりか外れのときは、広めに出る正確な区間)。"
        "記事の列がないので、1 行を 1 つの記事と見なしています。同じ記事の文があれば、区間は実際より狭く出ます。",
        "en": "Wherever a figure is written “value (low–high)”, these are the ends of its 95 % "
        "interval (bootstrap of 2,000 draws unless something else is said; of few rows, and where "
        "nearly all are right or wrong, the exact interval). There is no column of articles, so "
        "every row is one: where several come from one text, they are too narrow.",
    },
    "report_accuracy": {"ja": "正答率と混同行列", "en": "Accuracy and confusion matrix"},
    "report_confusion_caption": {
        "ja": "混同行列: 正解(行)と予測(列)ごとの行の数。正解のある {count} 行。色は、正解が同じ行の中での割合です。",
        "en": "Confusion matrix: rows per true (across) and predicted (down) category; {count} rows "
        "with a true label. The shade is the share of the true category.",
    },
    "report_labels_caption": {
        "ja": "分類ごとの適合率、再現率、F1(95 % 区間)。正解のある {count} 行。",
        "en": "Precision, recall and F1 per category (95 % intervals); {count} rows with a true "
        "label.",
    },
    "report_slices_caption": {
        "ja": "部分ごとの正答率と 95 % 区間。正解のある {count} 行を分けたもの。細い縦の線は全体の正答率です。",
        "en": "Accuracy and 95 % interval per part of the {count} rows with a true label. The thin "
        "upright line is the accuracy of all.",
    },
    "report_articles_caption": {
        "ja": "正答率の低い記事 {shown}(10 行以上ある {count} 記事のうち)。区間は記事の中の行についてのものです。",
        "en": "The {shown} least accurate of {count} articles with at least 10 rows; intervals over "
        "the rows of the article.",
    },
    "report_reliability_caption": {
        "ja": "信頼度図: 予測した分類の確率(横)と、実際の正答率(縦)。正解のある {count} 行。下の棒は行の数です。",
        "en": "Reliability diagram: the probability of the predicted category (across) and how "
        "often it is right (up); {count} rows with a true label. The bars below count the rows.",
    },
    "report_calibration_caption": {
        "ja": "確率の正しさ。正解のある {count} 行。どれも小さいほどよい値です。",
        "en": "How right the probabilities are; {count} rows with a true label. The smaller, the "
        "better.",
    },
    "report_roc_caption": {
        "ja": "ROC 曲線: しきい値を変えたときの、正しく予測した文に出る割合(横)と、見分けた対象外の文の割合(縦)。テスト用の文と、"
        "対象外の文の例。点は使っているしきい値、点線は許す割合({limit} %)です。",
        "en": "ROC curves: with every threshold, the share of sentences predicted right (across) and "
        "of foreign texts (up) that are flagged; test sentences and foreign examples. The dot is "
        "the threshold in use, the dashed line the share allowed ({limit} %).",
    },
    "report_behaviour_about": {
        "ja": "このアプリに付いている {count} 件の結果です。検査したデータの行は使いません。",
        "en": "{count} cases that come with this app; the rows of the data play no part. ",
    },
    "report_behaviour_caption": {
        "ja": "種類ごとの合格({count} 件。方向の、動く余地のない件は数えません)と、合格率の 95 % 区間"
        "(少ない件数では正確な区間、多ければウィルソン)。",
        "en": "Passed per kind ({count} cases; those of direction without room to move are not "
        "counted) and the 95 % interval of the share (of few the exact one, else Wilson's).",
    },
    "report_asks": {"ja": "求めること", "en": "What is asked"},
    "report_failures_caption": {
        "ja": "不合格 {count} 件のうち {shown} 件。印は、文の変えたところです。",
        "en": "{shown} of {count} failures; marked is what was changed.",
    },
    "report_case": {"ja": "文(→ 変えた文)", "en": "Text (→ changed)"},
    "report_answer": {"ja": "予測", "en": "Prediction"},
    "report_wanted_true": {"ja": "正解 {label}", "en": "true: {label}"},
    "report_wanted_raises": {"ja": "{label} が上がるはず", "en": "{label} should rise"},
    "report_wanted_lowers": {"ja": "{label} が下がるはず", "en": "{label} should fall"},
    "report_shortcuts_caption": {
        "ja": "予測した分類ごとに、影響の大きい 5 トークンまで。{count} 行で調べたもの。",
        "en": "Up to five tokens of the greatest weight per predicted category, found in {count} "
        "rows.",
    },
    "report_duel": {"ja": "別のモデルとの比較", "en": "Beside another model"},
    "report_other": {
        "ja": "比べたモデル: **{name}**(SHA-256 `{sha256}`)。{standing}",
        "en": "The other model: **{name}** (SHA-256 `{sha256}`). {standing}",
    },
    "report_own_labels": {
        "ja": "{name} だけの分類: {labels}(正解がこの分類の行は、どちらが当たるか数えません)。",
        "en": "Categories that only {name} has: {labels} (rows of these are not judged).",
    },
    "report_duel_caption": {
        "ja": "どちらのモデルが当たるか。両方で正解と比べられる {count} 行。",
        "en": "Who is right; {count} rows that both can be judged by.",
    },
    "report_differing_caption": {
        "ja": "答えの違う {count} 行のうち、どちらも自信のある {shown} 行。数字は予測した分類の確率です。",
        "en": "{shown} of {count} rows with different answers, those where both are sure first; the "
        "numbers are the probabilities of the predicted categories.",
    },
    "report_row": {"ja": "行", "en": "Row"},
    "report_protocols": {
        "ja": "測り方による違い(KNB コーパス)",
        "en": "How the protocol changes the accuracy (KNB corpus)",
    },
    "report_protocols_about": {
        "ja": "検査したデータの値ではありません。このモデルのつくり方を KNB コーパスで測り、モデルといっしょに保存した値です。",
        "en": "Not of the data of this check: the model's recipe on the KNB corpus, stored with it.",
    },
    "report_protocols_caption": {
        "ja": "測り方ごとの正答率(95 % 区間)、ECE(較正後)、比べるための値、件数。",
        "en": "Accuracy (95 % interval) per protocol, ECE (calibrated), what to compare it with, and "
        "the number of examples.",
    },
    "report_protocol_difference": {
        "ja": "**{first}** − **{second}**: {finding}",
        "en": "**{first}** − **{second}**: {finding}",
    },
    "report_mistakes": {"ja": "いちばん自信のある誤り", "en": "The surest mistakes"},
    "report_no_mistakes": {"ja": "外れた行はありません。", "en": "No row is predicted wrong."},
    "report_mistakes_caption": {
        "ja": "外れた {count} 行のうち、予測した分類の確率(較正後)が高い {shown} 行。",
        "en": "{shown} of the {count} wrong rows, those with the highest (calibrated) probability.",
    },
    "report_sources": {"ja": "出典", "en": "Sources"},
    "report_sources_body": {
        "ja": "区間: Efron のブートストラップ、少ない行では Clopper & Pearson 1934。2 つのモデルの差: McNemar 1947。較正: Guo ほか 2017。"
        "Brier 1950。ふるまいテスト: Ribeiro ほか 2020(CheckList)。KNB コーパス: 橋本ほか 2009。"
        "この報告は、数字が何行で、どう測られたかをいっしょに書いています。少ない行の数字は、偶然で大きく動きます。",
        "en": "Intervals: Efron's bootstrap; of few rows, Clopper & Pearson 1934. Difference of "
        "two models: McNemar 1947. Calibration: Guo et al. 2017. Brier 1950. Behaviour tests: "
        "Ribeiro et al. 2020 (CheckList). KNB corpus: Hashimoto et al. 2009. Every figure says of how many rows it is and how it was "
        "measured; of few rows, chance moves it far.",
    },
    "report_scope_about": {
        "ja": "予測はそのまま残しています。下の値は、検査したデータではなく、このモデルを学習したときのテスト用の文と、"
        "明らかに対象外の文で測ったものです。",
        "en": "The predictions stay. The figures below are not of these data but of the test "
        "sentences of the model's training and of clearly foreign texts.",
    },
    "report_scope_caption": {
        "ja": "対象外の文の見分け方(95 % 区間と、文の数)。AUROC は 1 がいちばんよく、0.5 はでたらめと同じです。",
        "en": "How foreign texts are told (95 % intervals, texts). AUROC: 1 is best, 0.5 is chance.",
    },
    "report_scope_threshold": {
        "ja": "境目の値は {threshold} です。検証用の文で決めました。",
        "en": " The threshold, {threshold}, was chosen on the validation sentences.",
    },
}
