"""Words of the page 検査."""

WORDS: dict[str, dict[str, str]] = {
    "check_purpose": {
        "ja": "文の表をモデルに予測させ、どれだけ当たるか、どこで外れるか、どこまで信じてよいかを調べます。",
        "en": "Give the model a table of texts: how often is it right, where does it fail, and how "
        "far can it be believed?",
    },
    "check_source": {"ja": "調べる文", "en": "Texts to check"},
    "check_source_topics_today": {"ja": "今日の話題", "en": "Topics of today"},
    "check_source_samples": {"ja": "例文", "en": "Samples"},
    "check_source_test": {"ja": "テスト用の文", "en": "Test part"},
    "check_source_upload": {"ja": "ファイルを選ぶ", "en": "Your file"},
    "check_about_topics_today": {
        "ja": "data/topics_today.csv: 最近の話題について書いた、正解つきの文です。このアプリに付いているモデルは、"
        "どれも学習に使っていません。",
        "en": "data/topics_today.csv: labelled sentences about topics of recent years. None of the "
        "models that come with this app has learnt them.",
    },
    "check_about_samples": {
        "ja": "data/samples.csv: このアプリの例文です。このアプリに付いているモデルは、どれも学習に使っていません。",
        "en": "data/samples.csv: this app's examples. None of the models that come with it has "
        "learnt them.",
    },
    "check_about_test": {
        "ja": "data/knb/test: KNB コーパスを分けたときの、テスト用の文です。話題タグは、このモデルの学習と同じように扱い"
        "ます。ほかの分け方で学習したモデルは、この文を学習しているかもしれません。",
        "en": "data/knb/test: the test part of the KNB corpus, with or without topic tags as this "
        "model was trained. A model trained on another split may have learnt these sentences.",
    },
    "check_upload": {
        "ja": "表のファイル(CSV、TSV、Excel、JSON、Parquet)",
        "en": "A table (CSV, TSV, Excel, JSON, Parquet)",
    },
    "check_upload_help": {
        "ja": "1 行に 1 つの文がある表を選んでください({size} まで)。文字コードと区切りの文字は自動で見分け、"
        "どう読んだかを表示します。ファイルはこのアプリが動いているコンピューターの外に出ず、保存もしません。もっと大きなファイルには、"
        "python -m core batch を使ってください。",
        "en": "A table with one text per row, up to {size}. Its encoding and its delimiter are found "
        "out, and the page says how it was read. The file stays on the computer on which this app runs and is not stored. "
        "For larger files there is: python -m core batch.",
    },
    "check_upload_first": {
        "ja": "文の表を選ぶと、ここに結果が出ます。文の列だけでも予測でき、正解の列があれば当たり外れも調べます。",
        "en": "Choose a table and the results stand here. A column of texts is enough; with a "
        "column of true categories the answers are judged, too.",
    },
    "check_reading": {"ja": "ファイルを読んでいます…", "en": "Reading the file…"},
    "check_upload_is": {
        "ja": "{name}: {reading}モデルが学習した文が混ざっていると、正答率は高く出ます。",
        "en": "{name}: {reading} Texts that the model has learnt would make it look too good.",
    },
    "check_sheet": {"ja": "シート", "en": "Sheet"},
    "check_encoding": {"ja": "文字コード", "en": "Encoding"},
    "check_encoding_found": {"ja": "自動で見分ける", "en": "found out"},
    "check_column_text": {"ja": "文の列", "en": "Column of texts"},
    "check_column_label": {"ja": "正解の列", "en": "Column of true categories"},
    "check_column_group": {"ja": "記事の列", "en": "Column of articles"},
    "check_no_column": {"ja": "なし", "en": "none"},
    "check_no_labels": {
        "ja": "「{column}」には {kinds} 種類の値があり、モデルの分類はそのうち {known} 種類だけなので、正解の列には別の列か「なし」を選んでください。",
        "en": "“{column}” holds {kinds} different values, of which {known} are categories of the "
        "model: please choose another column of true categories, or “none”.",
    },
    "check_no_labels_but": {
        "ja": "「{column}」には {kinds} 種類の値があり、モデルの分類はそのうち {known} 種類だけなので、正解の列には「{better}」を選んでください。",
        "en": "“{column}” holds {kinds} different values, of which {known} are categories of the "
        "model: please choose “{better}” as the column of true categories.",
    },
    "check_starting": {"ja": "予測を始めています…", "en": "Starting…"},
    "check_progress": {"ja": "{done} / {total} 行", "en": "Row {done} / {total}"},
    "check_stop": {"ja": "中止", "en": "Stop"},
    "check_stopped": {
        "ja": "中止しました。途中までの結果は残していません。",
        "en": "Stopped; nothing half done was kept.",
    },
    "check_again": {"ja": "もう一度", "en": "Again"},
    "check_strangers": {
        "ja": "このモデルにない分類の行は当たり外れに数えません: {kinds}、{count} 行({names})",
        "en": "Rows of categories that this model does not have are not judged: {kinds}, {count} "
        "rows ({names})",
    },
    "check_loose_labels": {
        "ja": "表記(空白、全角と半角、見えない文字)の違いを除いて一致した分類: {count} 行",
        "en": "Categories that match but for their spelling (blanks, width, invisible "
        "characters): {count} rows",
    },
    "check_absent_labels": {
        "ja": "このファイルに 1 行もない分類: {names}",
        "en": "Categories without a row in this file: {names}",
    },
    "check_label_rows": {"ja": "「{label}」{count} 行", "en": "“{label}” {count}"},
    "check_kinds": {"ja": "{count} 種類", "en": "{count} kinds"},
    "check_kinds_at_least": {"ja": "{count} 種類以上", "en": "at least {count} kinds"},
    "check_more_labels": {"ja": "ほか {kinds}", "en": "{kinds} more"},
    "check_passed_over": {
        "ja": "モデルの予測の列や、それと同じ内容の列は、正解に使っていません: {columns}",
        "en": "Columns that hold predictions, or the same in every row, are not taken for true "
        "categories: {columns}",
    },
    "check_failed": {
        "ja": "{total} 行のうち {count} 行は予測できませんでした。わけは「全行」の「予測できない行」に出ます。",
        "en": "{count} of {total} rows could not be predicted; “All rows” → “Failed” says why.",
    },
    "check_see": {"ja": "{panel}を見る", "en": "See: {panel}"},
    "check_unlabelled": {
        "ja": "正解の列がないので、測れません。",
        "en": "Cannot be measured without true categories.",
    },
    "check_interval": {"ja": "95 % 区間 {low}–{high}", "en": "95 % interval {low}–{high}"},
    "check_card_accuracy": {"ja": "正答率", "en": "Accuracy"},
    "check_card_accuracy_help": {
        "ja": "予測が正解と同じだった行の割合です。95 % 区間は、ほかの記事を集めたとしたら値がどこまで動くかの目安です"
        "(記事ごとのブートストラップ。行や記事が少なければ、広めに出る正確な区間)。"
        "記事の列がなければ、1 行を 1 つの記事と見なします。",
        "en": "The share of rows predicted right. The interval says how far the value would move "
        "with other articles (bootstrap over articles, or the exact interval where rows or "
        "articles are few; without a column of articles every row is one).",
    },
    "check_majority": {
        "ja": "いつも「{label}」と答えると {value}",
        "en": "always answering “{label}”: {value}",
    },
    "check_measured": {"ja": "正解のある {count} 行で測定", "en": "on {count} labelled rows"},
    "check_learnt_untouched": {
        "ja": "学習にもモデル選びにも使っていない文です。",
        "en": "Used neither for training nor for choosing the model.",
    },
    "check_learnt_selected": {
        "ja": "モデルを選ぶのに使った文なので、高めに出ます。",
        "en": "The model was chosen on these: too good.",
    },
    "check_learnt_learnt": {
        "ja": "学習に使った文なので、高く出ます。",
        "en": "The model learnt these: too good.",
    },
    "check_card_slice": {"ja": "最悪の区分", "en": "Worst slice"},
    "check_card_slice_help": {
        "ja": "長さ、知らないトークン、話題タグ、記事で分けた区分のうち、正答率が全体よりはっきり低い(95 % 区間の全部が全体の値"
        "より低い)ものの中で、いちばん低いものです。",
        "en": "Of the parts by length, unknown tokens, topic tag and article: the lowest of those "
        "whose whole 95 % interval lies below the accuracy of all rows.",
    },
    "check_slice": {"ja": "正答率 {value}({count} 行)", "en": "accuracy {value} ({count} rows)"},
    "check_no_slice": {
        "ja": "全体よりはっきり悪い区分はありません。",
        "en": "No part is worse than the whole beyond the noise.",
    },
    "check_card_calibration": {"ja": "較正", "en": "Calibration"},
    "check_card_calibration_help": {
        "ja": "確率と、実際に当たる割合のずれ(ECE)です。0 なら、0.7 と言ったときに 10 回に 7 回当たります。行が少ないと、"
        "偶然だけでも大きくなります。",
        "en": "How far probability and accuracy lie apart (ECE). At 0, what it calls 0.7 is right "
        "7 times in 10. With few rows chance alone makes it large.",
    },
    "check_calibrated": {
        "ja": "確率と正答率のずれ(ECE)。調整前 {before}、較正後 {after}",
        "en": "Gap of probability and accuracy (ECE): {before} raw, {after} calibrated",
    },
    "check_uncalibrated": {
        "ja": "確率と正答率のずれ(ECE)。このモデルは較正していません。",
        "en": "Gap of probability and accuracy (ECE); this model is not calibrated.",
    },
    "check_card_scope": {"ja": "対象外", "en": "Out of scope"},
    "check_card_scope_help": {
        "ja": "モデルが学んだ文と大きくちがい、「対象外かもしれません」と出る行の数です。予測はそのまま残ります。",
        "en": "Rows so unlike what the model learnt that they may be out of scope. Their "
        "predictions stay.",
    },
    "check_flagged": {
        "ja": "予測した {total} 行の {share} %。対象外かもしれません。",
        "en": "{share} % of {total} rows may be out of scope.",
    },
    "check_no_scope": {
        "ja": "このモデルには、対象外かどうかの測り方が入っていません。",
        "en": "This model stores no measure of it.",
    },
    "check_panel_matrix": {"ja": "混同行列", "en": "Confusion matrix"},
    "check_panel_rows": {"ja": "全行", "en": "All rows"},
    "check_panel_slices": {"ja": "区分", "en": "Slices"},
    "check_panel_calibration": {"ja": "較正", "en": "Calibration"},
    "check_panel_scope": {"ja": "対象外", "en": "Out of scope"},
    "check_panel_behaviour": {"ja": "ふるまい", "en": "Behaviour"},
    "check_panel_shortcuts": {"ja": "近道", "en": "Shortcuts"},
    "check_panel_models": {"ja": "モデル", "en": "Models"},
    "check_panel_protocols": {"ja": "測り方", "en": "Protocols"},
    "check_panel_report": {"ja": "報告書", "en": "Report"},
    "check_matrix": {"ja": "どの分類をどれとまちがえるか", "en": "What is taken for what"},
    "check_matrix_help": {
        "ja": "行が正解、列が予測です。斜めの枠のマスが当たりで、ほかは外れです。色の濃さは、その正解の行のうちの割合です。",
        "en": "Rows are true categories, columns predictions. The framed diagonal is right. The "
        "shade is the share of the row.",
    },
    "check_matrix_alt": {
        "ja": "混同行列: {total} 行のうち {right} 行が当たり。いちばん多い外れは、正解「{true}」を「{predicted}」とした "
        "{count} 行。",
        "en": "Confusion matrix: {right} of {total} rows are right. Commonest mistake: “{true}” "
        "predicted as “{predicted}”, {count} rows.",
    },
    "check_matrix_hint": {
        "ja": "マスを押すか、下の「正解」と「予測」で選ぶと、その行が下に出ます。",
        "en": "Click a cell, or choose “True” and “Predicted” below, to see its rows.",
    },
    "check_matrix_unlabelled": {
        "ja": "正解の列がないか、このモデルの分類がないので、混同行列は出せません。代わりに、予測の内訳を出しています。",
        "en": "No confusion matrix without true categories of this model. Shown instead: what was "
        "predicted how often.",
    },
    "check_nothing_answered": {
        "ja": "予測できた行がありません。「全行」に、行ごとのわけが出ます。",
        "en": "No row could be predicted; “All rows” says why.",
    },
    "check_distribution": {
        "ja": "分類ごとの、予測した行の割合です。",
        "en": "The share of rows predicted as each category.",
    },
    "check_distribution_alt": {
        "ja": "棒グラフ: 予測した割合の高い順に {bars}",
        "en": "Bar chart of the shares predicted, largest first: {bars}",
    },
    "check_predicted_share": {"ja": "予測の割合", "en": "Share predicted"},
    "check_cell_true": {"ja": "正解", "en": "True"},
    "check_cell_predicted": {"ja": "予測", "en": "Predicted"},
    "check_any": {"ja": "すべて", "en": "any"},
    "check_count": {"ja": "行数", "en": "Rows"},
    "check_share": {"ja": "正解の中の割合", "en": "Share of the true category"},
    "check_figures": {
        "ja": "正答率 **{accuracy}**、F1 の平均 **{f1}**。いつも「{label}」と答えると、正答率は {baseline} です。",
        "en": "Accuracy **{accuracy}**, mean F1 **{f1}**. Always answering “{label}” gives an "
        "accuracy of {baseline}.",
    },
    "check_precision": {"ja": "適合率", "en": "Precision"},
    "check_recall": {"ja": "再現率", "en": "Recall"},
    "check_f1": {"ja": "F1", "en": "F1"},
    "check_figures_note": {
        "ja": "適合率: そう予測した行のうち、正解だった割合。再現率: 正解がそうである行のうち、そう予測できた割合。F1: 2 つの"
        "調和平均。かっこの中は 95 % 区間です。",
        "en": "Precision: of the rows predicted so, the share that is so. Recall: of the rows that "
        "are so, the share predicted so. F1: their harmonic mean. In brackets: 95 % intervals.",
    },
    "check_rows_help": {
        "ja": "確率の高い順です。「開く」を押すと、その文を「分析」で開きます。",
        "en": "The most probable first. “Open” takes the text to the page Analyse.",
    },
    "check_filter": {"ja": "出す行", "en": "Rows shown"},
    "check_filter_all": {"ja": "すべて", "en": "All"},
    "check_filter_wrong": {"ja": "外れ", "en": "Wrong"},
    "check_filter_failed": {"ja": "予測できない行", "en": "Failed"},
    "check_filter_flagged": {"ja": "対象外かも", "en": "May be out of scope"},
    "check_save_csv": {"ja": "CSV で保存", "en": "Save as CSV"},
    "check_save_parquet": {"ja": "Parquet で保存", "en": "Save as Parquet"},
    "check_save_help": {
        "ja": "すべての行を、元の列に予測の列を足して保存します。CSV は Excel で開けます。",
        "en": "All rows: your columns, and the model's answers behind them. Excel opens the CSV.",
    },
    "check_about": {
        "ja": "**正答率**の区間とくらべる相手(いつも同じ分類)があって初めて、値の意味がわかります。**区分**は、平均に隠れた弱い"
        "ところを、**較正**は、確率を言葉どおりに受け取ってよいかを、**対象外**は、モデルが知らない文を見分けられるかを調べます。"
        "**ふるまい**は、変えても答えが変わらないはずの書きかえなどを試し、**近道**は、モデルがどのトークンに頼りすぎているかを"
        "並べます。**測り方**は、文をどう分けて測ったかで正答率がどれだけ変わるかをくらべます。どの数からも、その行を開けます。"
        "表の文で正答率が高くても、ほかの文でも高いとは限りません。",
        "en": "An **accuracy** means something only with its interval and beside always answering "
        "the same. **Slices** look for weak spots behind the mean, **calibration** asks whether "
        "the probabilities can be taken at their word, **out of scope** whether foreign texts are "
        "noticed. **Behaviour** tries rewordings that should change nothing, and others that "
        "should; **shortcuts** lists the tokens on which the model leans most; **protocols** shows "
        "how the accuracy depends on the way the sentences were split. Every number leads to its "
        "rows. A high accuracy on this table promises nothing for other texts.",
    },
    "check_sources": {
        "ja": "出典: 区間は Efron & Tibshirani 1993(ブートストラップ)と、少ない行では Clopper & Pearson "
        "1934、2 つの正答率の差は McNemar 1947 と Dietterich 1998、較正は Guo ほか 2017 と Brier 1950、対象外の比較相手は Hendrycks & Gimpel 2017、ふるまいテストは "
        "Ribeiro ほか 2020(CheckList)、近道は Geirhos ほか 2020。",
        "en": "Sources: intervals, Efron & Tibshirani 1993 (bootstrap) and, of few rows, Clopper & "
        "Pearson 1934; differences of accuracies, McNemar 1947 and Dietterich 1998; calibration, "
        "Guo et al. 2017 and Brier 1950; the baseline for out of scope, Hendrycks & Gimpel 2017; "
        "behaviour tests, Ribeiro et al. 2020 (CheckList); shortcuts, Geirhos et al. 2020.",
    },
    "check_rows": {"ja": "{count} 行", "en": "{count} rows"},
    "check_open": {"ja": "{number} を開く", "en": "Open {number}"},
    "check_true": {"ja": "正解 {label}", "en": "true: {label}"},
    "check_predicted": {"ja": "予測 {label} {value}", "en": "predicted: {label} {value}"},
    "check_maybe_out": {"ja": "対象外かもしれません", "en": "may be out of scope"},
    "check_cut": {"ja": "切り捨て {count} トークン", "en": "{count} tokens cut off"},
    "shortcuts_heading": {"ja": "近道", "en": "Shortcuts"},
    "shortcuts_help": {
        "ja": "トークンを 1 種類ずつ、それを含むすべての行から消して、予測した分類の確率がどれだけ"
        "下がるかを測ります。正解は使いません。注目度も使いません。どの分類についても同じ値になり、"
        "何の手がかりになったかを示さないからです。[グルメ] のようにかっこで囲まれた短い部分は、"
        "いくつのトークンでも 1 つと数えます。2 つのトークンのどちらか一方で足りるときは、"
        "片方を消しても確率があまり下がらないので、見のがすことがあります。",
        "en": "Each kind of token is deleted from every row that holds it, to see how far the "
        "probability of the predicted category falls. True labels are not used, nor is attention: "
        "it is the same for every category and does not say what a token speaks for. A short part "
        "in brackets, as [グルメ], counts as one however many tokens it has. Where either of two "
        "tokens suffices, deleting one changes little: such pairs can be missed.",
    },
    "shortcuts_working": {
        "ja": "トークンを 1 つずつ消して調べています。1 分ほどかかることがあります…",
        "en": "Deleting token after token; this can take a minute…",
    },
    "shortcuts_no_rows": {
        "ja": "予測できた行がないので、調べられません。",
        "en": "No row could be predicted, so there is nothing to look at.",
    },
    "shortcuts_used_all": {
        "ja": "{count} 行すべてを調べました。",
        "en": "All {count} rows were looked at.",
    },
    "shortcuts_used_some": {
        "ja": "時間がかかるので、{total} 行から無作為に選んだ {count} 行を調べました。",
        "en": "It takes long: {count} rows were looked at, drawn at random from {total}.",
    },
    "shortcuts_suspects": {
        "ja": "近道かもしれません: {pieces}。語ではない(かっこ・数字・記号)のに、消すと確率が平均で"
        "大きく下がります(同じ行のほかのトークンを消したときより {score} 以上)。",
        "en": "Shortcuts, perhaps: {pieces}. They are no words (brackets, digits, signs), yet "
        "deleting them costs much probability: on average {score} or more above what deleting "
        "another token of the same rows costs.",
    },
    "shortcuts_suspect": {
        "ja": "{piece}({label}、{count} 行)",
        "en": "{piece} ({label}, {count} rows)",
    },
    "shortcuts_no_suspects": {
        "ja": "語ではない(かっこ・数字・記号)のに、消すと確率が大きく下がるものは、"
        "下の一覧にはありません。",
        "en": "Nothing in the lists below is no word (brackets, digits, signs) and yet costs much "
        "probability when it is deleted.",
    },
    "shortcuts_reading": {
        "ja": "上にあるトークンが悪いとは限りません。グルメと予測した行の「うどん」は、もっともな"
        "手がかりです。かっこ、年、人の名前のように分類の内容と関係のないものが上にあれば、"
        "モデルは近道をしているかもしれません。",
        "en": "A token high up is not necessarily wrong: うどん is a good reason for グルメ. What "
        "has nothing to do with the category, as a bracket, a year or a name, is suspicious there.",
    },
    "shortcuts_label": {"ja": "予測した分類", "en": "Predicted category"},
    "shortcuts_none": {
        "ja": "{label} と予測した行では、2 行以上に出てきて {label} の確率を上げるトークンが"
        "見つかりませんでした。",
        "en": "Among the rows predicted as {label}, no token speaks for it in two rows or more.",
    },
    "shortcuts_piece": {"ja": "トークン", "en": "Token"},
    "shortcuts_marked": {"ja": "！ {piece}", "en": "! {piece}"},
    "shortcuts_value": {"ja": "{weight}　{count} 行", "en": "{weight}　{count} rows"},
    "shortcuts_count": {"ja": "行数", "en": "Rows"},
    "shortcuts_share": {"ja": "割合", "en": "Share"},
    "shortcuts_share_help": {
        "ja": "この分類と予測した行のうち、このトークンを含む行の割合です。",
        "en": "Of the rows predicted as this category, the share that holds the token.",
    },
    "shortcuts_mean": {"ja": "確率の低下", "en": "Drop"},
    "shortcuts_mean_help": {
        "ja": "このトークンを消したとき、この分類の確率(調整前)がどれだけ下がるかです。"
        "トークンを含む行の平均です。",
        "en": "What the category's raw probability loses when the token is deleted: the mean over "
        "the rows that hold it.",
    },
    "shortcuts_weight": {"ja": "影響", "en": "Weight"},
    "shortcuts_weight_help": {
        "ja": "確率の低下 × 割合です。この分類と予測した行全体での、平均の低下にあたります。",
        "en": "Drop × share: the mean drop over all rows predicted as this category.",
    },
    "shortcuts_flips": {"ja": "予測の変化", "en": "Flips"},
    "shortcuts_flips_help": {
        "ja": "このトークンを含む行のうち、消すと別の分類になる行の割合です。",
        "en": "Of the rows that hold the token, the share that gets another category without it.",
    },
    "shortcuts_others": {"ja": "ほかを消すと", "en": "Others"},
    "shortcuts_others_help": {
        "ja": "比べるための値です。同じ行から、代わりにほかのトークンを 1 種類ずつ消したときの、"
        "確率の低下の平均です。",
        "en": "The control: what the same rows lose on average when another token is deleted "
        "instead.",
    },
    "shortcuts_alt": {
        "ja": "棒グラフ: {label} と予測した行で影響の大きい順に {bars}",
        "en": "Bar chart of the rows predicted as {label}, the greatest weight first: {bars}",
    },
    "shortcuts_choice": {
        "ja": "トークンを選ぶと、それを含む行が出ます",
        "en": "Choose a token to see the rows that hold it",
    },
    "shortcuts_placeholder": {"ja": "トークンを選択", "en": "Choose a token"},
    "behaviour_heading": {"ja": "ふるまいテスト", "en": "Behaviour tests"},
    "behaviour_help": {
        "ja": "正解率とは別の確かめ方です。答えのわかりきった文、書き方だけを変えた文、"
        "話題を足したり除いたりした文で、ふるまいを 1 つずつ試します"
        "(Ribeiro ほか 2020、CheckList、ACL)。文はすべてこのアプリのために、"
        "モデルの結果を見る前に書いたもので、data/behaviour にあります。",
        "en": "Another look than accuracy: sentences whose answer is plain, sentences written "
        "another way, and sentences with a topic added or taken away each test one behaviour "
        "(Ribeiro et al. 2020, CheckList, ACL). All were written for this app before any model "
        "was run on them; they lie in data/behaviour.",
    },
    "behaviour_about": {
        "ja": "このアプリに付いている {count} 件で試します。選んだファイルの行は使いません。",
        "en": "{count} cases that come with this app; the rows of your file play no part.",
    },
    "behaviour_skipped": {
        "ja": "このモデルにない分類についての {count} 件は除きました。",
        "en": "{count} cases about categories that this model does not have are left out.",
    },
    "behaviour_working": {
        "ja": "ふるまいを試しています…",
        "en": "Trying the behaviours…",
    },
    "behaviour_kind": {"ja": "種類", "en": "Kind"},
    "behaviour_kind_minimum": {"ja": "最小機能", "en": "Minimum functionality"},
    "behaviour_kind_invariance": {"ja": "不変", "en": "Invariance"},
    "behaviour_kind_direction": {"ja": "方向", "en": "Direction"},
    "behaviour_means_minimum": {
        "ja": "答えのわかりきった短い文で、正しい分類を答える",
        "en": "names the right category of short, plain sentences",
    },
    "behaviour_means_invariance": {
        "ja": "書き方だけを変えても、予測する分類が変わらない",
        "en": "keeps its category when only the writing changes",
    },
    "behaviour_means_direction": {
        "ja": "話題を足すとその分類の確率が上がり、除くと下がる",
        "en": "finds a category likelier when its topic is added, less likely when it goes",
    },
    "behaviour_kind_line": {
        "ja": "**{kind} {passed} / {total}**(95 % 区間 {interval}): {meaning}。"
        "いつも同じ答えを返すだけのモデルなら {control}\u00a0%",
        "en": "**{kind} {passed} / {total}** (95 % interval {interval}): {meaning}. "
        "A model that always gives the same answer: {control}\u00a0%",
    },
    "behaviour_control_note": {
        "ja": "文を読まず、いつも同じ答えを返すモデルでも、不変には 100 % 合格します。"
        "不変の合格は、最小機能と方向にも合格してはじめて意味をもちます。",
        "en": "A model that never reads the text and always gives the same answer passes all of "
        "invariance: passing it means something only beside minimum functionality and direction.",
    },
    "behaviour_rule": {
        "ja": "方向: 確率(較正後)が {tolerance} を超えて動いたら合格、それ以下の動きは不合格です。"
        "はじめから {sure} 以上(除くほうは {rest} 以下)だと動く余地がないので、"
        "逆に {tolerance} を超えて動かないかぎり数えません(このモデルでは {count} 件)。",
        "en": "Direction: a (calibrated) probability must move by more than {tolerance}, less is a "
        "failure. A case that begins at {sure} or above (at {rest} or below where it is to fall) "
        "leaves no room: it counts only if it moves the wrong way by more than {tolerance} "
        "(not counted for this model: {count}).",
    },
    "behaviour_capability": {"ja": "試すこと", "en": "What is tested"},
    "behaviour_capability_keywords": {"ja": "短いことば", "en": "Short phrases"},
    "behaviour_capability_sentences": {"ja": "ふつうの文", "en": "Plain sentences"},
    "behaviour_capability_negation": {"ja": "打ち消しの文", "en": "Negated sentences"},
    "behaviour_capability_contrast": {"ja": "「A ではなく B」", "en": "“Not A but B”"},
    "behaviour_capability_punctuation": {"ja": "句読点・記号", "en": "Punctuation"},
    "behaviour_capability_width": {"ja": "全角・半角", "en": "Full and half width"},
    "behaviour_capability_politeness": {"ja": "です・ます / だ・である", "en": "Polite or plain"},
    "behaviour_capability_typos": {"ja": "打ちまちがい", "en": "Typing errors"},
    "behaviour_capability_greeting": {"ja": "あいさつを足す", "en": "A greeting added"},
    "behaviour_capability_emoji": {"ja": "絵文字・顔文字", "en": "Emoji"},
    "behaviour_capability_line_break": {"ja": "改行", "en": "Line breaks"},
    "behaviour_capability_names": {"ja": "名前を替える", "en": "Another name"},
    "behaviour_capability_spelling": {"ja": "漢字・かなの書き分け", "en": "Kanji or kana"},
    "behaviour_capability_adding": {"ja": "話題を足す", "en": "A topic added"},
    "behaviour_capability_replacing": {"ja": "話題を除く", "en": "The topic replaced"},
    "behaviour_capability_second_topic": {
        "ja": "2 つめの話題を足す",
        "en": "A second topic added",
    },
    "behaviour_passed": {"ja": "合格", "en": "Passed"},
    "behaviour_interval": {"ja": "95 % 区間", "en": "95 % interval"},
    "behaviour_control": {"ja": "同じ答えだけなら", "en": "Same answer always"},
    "behaviour_control_help": {
        "ja": "文を読まず、いつも同じ答えを返すモデルの合格率(いちばん有利な答えを選んだ場合)。",
        "en": "What a model passes that gives every text the same answer, the best one for it.",
    },
    "behaviour_move": {"ja": "確率の動き", "en": "Move"},
    "behaviour_move_help": {
        "ja": "確率の動きの大きさの平均。不変では、はじめに予測した分類の確率。小さいほどよい。"
        "方向では、調べる分類の確率。",
        "en": "Mean size of the move of a probability: for invariance that of the category "
        "predicted first (small is good), for direction that of the category in question.",
    },
    "behaviour_failed": {"ja": "不合格 {count} 件", "en": "{count} failures"},
    "behaviour_none_failed": {"ja": "不合格はありません。", "en": "Nothing failed."},
    "behaviour_all": {"ja": "すべて", "en": "All"},
    "behaviour_choice": {"ja": "{name}({count})", "en": "{name} ({count})"},
    "behaviour_open": {"ja": "開く", "en": "Open"},
    "behaviour_open_text": {"ja": "もとの文を開く", "en": "Open the text"},
    "behaviour_open_variant": {"ja": "変えた文を開く", "en": "Open the variant"},
    "behaviour_predicted": {"ja": "{label} {value}", "en": "{label} {value}"},
    "behaviour_fact_minimum": {
        "ja": "正解 {label}、予測 {predicted}",
        "en": "true: {label}, predicted: {predicted}",
    },
    "behaviour_fact_invariance": {
        "ja": "予測 {before} → {after}({label} の確率 {change})",
        "en": "predicted: {before} → {after} (probability of {label} {change})",
    },
    "behaviour_fact_raises": {
        "ja": "{label} の確率 {change}(上がるはず)、予測 {before} → {after}",
        "en": "probability of {label} {change} (should rise), predicted: {before} → {after}",
    },
    "behaviour_fact_lowers": {
        "ja": "{label} の確率 {change}(下がるはず)、予測 {before} → {after}",
        "en": "probability of {label} {change} (should fall), predicted: {before} → {after}",
    },
    "metrics_no_labels": {
        "ja": "この表には正解の列がないので、当たり外れは測れません。",
        "en": "This table has no column with the true labels: right and wrong cannot be told.",
    },
    "significance_help": {
        "ja": "同じ文どうし、または同じ記事どうしで比べています。95 % 区間は、記事を入れ替えて 2,000 回計算し直したときの差の"
        "幅です(行や記事が少なければ、正確な区間から求めます)。p は、"
        "本当は差がなくても、これ以上かたよる割合です(同じ文どうしはマクネマー検定、記事どうしは符号検定)。区間が 0 を"
        "含むか、p が 0.05 以上なら、誤差の範囲としています。",
        "en": "Compared on the same sentences, or on the same articles. The 95 % interval is how "
        "far the difference goes when articles are drawn anew 2,000 times (of few rows or articles: "
        "from exact intervals). p is how often chance alone would be this one-sided (same sentences: McNemar's test; articles: sign test). "
        "Within the noise: the interval contains 0, or p is at least 0.05.",
    },
    "slices_heading": {"ja": "どんな文でまちがえやすいか", "en": "Where the model is worse"},
    "slices_help": {
        "ja": "正解のある行を、長さなどで分けて、それぞれの正答率を出します。横の線は 95 % 区間です(記事の名前があれば、記事ごとに"
        "入れ替えて 2,000 回計算し直したときの幅。1 つの記事の中では、行を入れ替えます。"
        "行や記事が少ないときと、ほとんどが当たりか外れのときは、広めに出る正確な区間です)。",
        "en": "The rows that have a true label, cut by length and so on, each part with its "
        "accuracy. The bars are 95 % intervals: whole articles, where they are named, are drawn "
        "anew 2,000 times; within one article, its rows. Of few rows or articles, and where nearly "
        "all are right or wrong: the exact interval, which is wider.",
    },
    "slices_worst": {
        "ja": "いちばん弱いのは **{name}**: 正答率 {accuracy}(95 % 区間 {low}–{high}、{count} 行)。全体は {overall} です。",
        "en": "Weakest: **{name}**, accuracy {accuracy} (95 % interval {low}–{high}, {count} rows); "
        "{overall} on the whole.",
    },
    "slices_no_worst": {
        "ja": "全体の正答率 {overall} より、誤差の範囲をこえて低い部分はありません。",
        "en": "No part lies below the accuracy of the whole, {overall}, by more than the noise.",
    },
    "slices_chance": {
        "ja": "{min_rows} 行以上ある {looked} の部分(長さ、知らないトークン、話題タグ、記事)を見て選んでいます。たくさん見れば、"
        "たまたま低く見える部分も出ます。確率で分けた部分は、低い確率では外れるのが当たり前なので、選びません。",
        "en": "Chosen from {looked} parts of at least {min_rows} rows (length, unknown tokens, topic "
        "tag, article). Of many parts, some look bad by chance. Parts by probability are never "
        "chosen: where it is low, errors are to be expected.",
    },
    "slices_kind": {"ja": "分け方", "en": "Cut by"},
    "slices_kind_length": {"ja": "長さ", "en": "Length"},
    "slices_kind_unknown": {"ja": "知らないトークン", "en": "Unknown tokens"},
    "slices_kind_tag": {"ja": "話題タグ", "en": "Topic tag"},
    "slices_kind_confidence": {"ja": "確率", "en": "Probability"},
    "slices_kind_article": {"ja": "記事", "en": "Article"},
    "slices_part": {"ja": "部分", "en": "Part"},
    "slices_accuracy": {"ja": "正答率", "en": "Accuracy"},
    "slices_interval": {"ja": "95 % 区間", "en": "95 % interval"},
    "slices_rows": {"ja": "行の数", "en": "Rows"},
    "slices_overall": {"ja": "全体 {accuracy}", "en": "whole {accuracy}"},
    "slices_alt": {
        "ja": "部分ごとの正答率と 95 % 区間の図: {parts}。{overall}",
        "en": "Accuracy and 95 % interval per part: {parts}. {overall}",
    },
    "slices_few_articles": {
        "ja": "{min_rows} 行以上ある {count} 記事のうち、正答率の低い {shown} 記事です。",
        "en": "The {shown} least accurate of the {count} articles with at least {min_rows} rows.",
    },
    "slices_none": {
        "ja": "行が少ないか、みな同じなので、分けられません。",
        "en": "Too few rows, or too much alike, to be cut into parts.",
    },
    "slices_choose": {
        "ja": "見る部分(図を押しても選べます)",
        "en": "Part to look at (or click one)",
    },
    "slices_wrong_only": {"ja": "外れた行だけ", "en": "Wrong ones only"},
    "calibration_heading": {
        "ja": "確率は、当たる割合を正しく言っているか",
        "en": "Do the probabilities say how often the model is right?",
    },
    "calibration_help": {
        "ja": "点は、確率が近い文をまとめたものです。横は平均の確率、縦は実際の正答率。点線の上にあれば、確率のとおりに当たっています。"
        "点線より下は自信をもちすぎ、上は自信がなさすぎです。下の数字は、まとめた文の数です(少ない点は、偶然で大きく動きます)。",
        "en": "A point stands for sentences of similar probability: across, its mean; up, how often "
        "they are right. On the dotted line the model is as right as it says; below, too sure; "
        "above, not sure enough. The numbers below count the sentences (where they are few, chance "
        "moves the point far).",
    },
    "calibration_of": {"ja": "図に出す文", "en": "Sentences drawn"},
    "calibration_file": {"ja": "この表の行", "en": "Rows of this table"},
    "calibration_test": {"ja": "テスト用の文", "en": "Test sentences"},
    "calibration_grouped": {"ja": "記事ごとの 10 分割", "en": "Ten folds by article"},
    "calibration_confidence": {
        "ja": "予測した分類の確率",
        "en": "Probability of the predicted one",
    },
    "calibration_accuracy": {"ja": "正答率", "en": "Accuracy"},
    "calibration_count": {"ja": "文の数", "en": "Sentences"},
    "calibration_alt": {
        "ja": "確率と正答率の図({source}、{kind}): {points}",
        "en": "Probability and accuracy ({source}, {kind}): {points}",
    },
    "calibration_no_bins": {
        "ja": "図に出せる値が保存されていません。次のコマンドで測ると、ここに出ます: {command}",
        "en": "Nothing is stored that could be drawn. This command measures it, to be shown here: "
        "{command}",
    },
    "calibration_ece_help": {
        "ja": "ECE(期待較正誤差): 確率と正答率のずれの平均です。0.05 なら、平均して 5 ポイントずれています。0 がいちばんよい値です。",
        "en": "Expected calibration error: how far probability and accuracy lie apart on average; "
        "0.05 means 5 points. 0 is best.",
    },
    "calibration_nll_help": {
        "ja": "NLL(負の対数尤度): 正解の分類に高い確率をつけるほど小さくなります。自信をもって外すと、大きく増えます。",
        "en": "Negative log-likelihood: small where the true category has a high probability; a "
        "sure but wrong answer costs much.",
    },
    "calibration_brier_help": {
        "ja": "Brier: 確率と正解(1 か 0)の差を 2 乗して、全部の分類でたした値の平均です。0(いちばんよい)から 2 までです。",
        "en": "Brier score: squared distance of the probabilities from the truth (1 or 0), added "
        "over the categories, on average. 0 (best) to 2.",
    },
    "calibration_arrow": {
        "ja": "調整前 → 較正後。どれも小さいほどよい値です。",
        "en": "Raw → calibrated. The smaller, the better.",
    },
    "calibration_source": {"ja": "測った文", "en": "Measured on"},
    "calibration_worse": {
        "ja": "{source}では、較正すると {measures} がかえって悪くなりました。",
        "en": "{source}: calibration made {measures} worse.",
    },
    "calibration_better": {
        "ja": "較正で悪くなった値はありません。",
        "en": "Calibration made no figure worse.",
    },
    "calibration_how": {
        "ja": "較正は、モデルの出力を {temperature} で割るだけの調整です(温度スケーリング)。この数は検証用の文で決めたので、ほかの文では"
        "良くなるとは限りません。予測の順位は変わりません。",
        "en": "Calibration divides the model's output by {temperature} (temperature scaling). The "
        "number was fitted on the validation sentences, so on others it need not help. The order "
        "of the categories stays.",
    },
    "calibration_few": {
        "ja": "正解のある行が {count} 行しかないので、これらの値は偶然で大きく動きます。",
        "en": "Only {count} rows have a true label: chance moves these figures far.",
    },
    "protocols_heading": {
        "ja": "測り方で正答率はどう変わるか",
        "en": "How the protocol changes the accuracy",
    },
    "protocols_help": {
        "ja": "この表ではなく、KNB コーパスでの値です。同じつくり方のモデルを 10 回つくり直し、学習に使っていない文で測りました。"
        "文ごとに分けると、同じ記事の別の文を学習しているので、はじめて見る記事より高く出ます。",
        "en": "Of the KNB corpus, not of this table: the recipe trained anew ten times, asked about "
        "sentences it had not learnt. Split by sentence, other sentences of the same article are "
        "learnt, so the figure is higher than on articles never seen.",
    },
    "protocols_tags": {"ja": "話題タグ", "en": "Topic tags"},
    "protocols_tags_kept": {"ja": "あり", "en": "Kept"},
    "protocols_tags_removed": {"ja": "なし", "en": "Removed"},
    "protocols_tags_help": {
        "ja": "記事の最初の文の頭にある［グルメ］などの印です。正解がそのまま書いてあるので、残して測ると高く出ます。",
        "en": "The mark ［グルメ］ … at the head of an article's first sentence. It spells out the "
        "true category, so figures measured with it are too high.",
    },
    "protocols_accuracy": {"ja": "正答率", "en": "Accuracy"},
    "protocols_interval": {
        "ja": "95 % 区間 {low}–{high}、{count} 文",
        "en": "95 % interval {low}–{high}, {count} sentences",
    },
    "protocols_others": {
        "ja": "マクロ F1 {macro_f1}、ECE {ece}。線形モデル {linear}、いつも最多の分類 {majority}。",
        "en": "Macro F1 {macro_f1}, ECE {ece}. Linear model {linear}, always the largest category "
        "{majority}.",
    },
    "protocols_difference": {
        "ja": "**{first} − {second}**: {finding}",
        "en": "**{first} − {second}**: {finding}",
    },
    "protocols_tags_pair": {
        "ja": "{protocol}、話題タグ{tags}",
        "en": "{protocol}, topic tags {tags}",
    },
    "protocols_unpaired": {
        "ja": "保存された値には記事ごとの数がないので、差が誤差の範囲かどうかはわかりません。次のコマンドで測り直せます: {command}",
        "en": "The stored figures lack those per article, so whether the difference is within the "
        "noise cannot be told. This command measures them anew: {command}",
    },
    "models_heading": {"ja": "別のモデルと比べる", "en": "Beside another model"},
    "models_help": {
        "ja": "同じ行を 2 つのモデルに予測させて、どちらが当たるかを数えます。答えの違う行は、どちらのモデルも"
        "自信がある順に並べます。",
        "en": "Both models predict the same rows: who is right how often, and the rows with "
        "different answers, those first where both are sure.",
    },
    "models_other": {"ja": "比べるモデル", "en": "Other model"},
    "models_none": {
        "ja": "models フォルダに {name} のほかのモデルがないので、比べられません。",
        "en": "The folder “models” holds no other model than {name} to compare with.",
    },
    "models_working": {
        "ja": "もう一方のモデルで予測しています…",
        "en": "The other model is predicting…",
    },
    "models_standing": {
        "ja": "**{name}**: 話題タグを{tags}、{split}学習しました。{standing}",
        "en": "**{name}**: learnt with topic tags {tags}, {split}. {standing}",
    },
    "models_tags_kept": {"ja": "残し", "en": "kept"},
    "models_tags_removed": {"ja": "消し", "en": "removed"},
    "models_split_grouped": {"ja": "記事ごとに分けたデータで", "en": "split by article"},
    "models_split_random": {"ja": "文ごとに分けたデータで", "en": "split by sentence"},
    "models_split_unknown": {
        "ja": "分け方の記録がないデータで",
        "en": "how it was split is not recorded",
    },
    "models_rows_untouched": {
        "ja": "この行は、学習にも選択にも使っていません。",
        "en": "These rows were used neither for training nor for selection.",
    },
    "models_rows_unknown": {
        "ja": "この行を学習したかどうかは、記録からはわかりません。",
        "en": "Whether it learnt some of these rows is not recorded.",
    },
    "models_rows_overlapping": {
        "ja": "同じデータを別に分けて学習したので、この行のほとんどを学習しているはずです。正答率は高く出ます。",
        "en": "It learnt from another split of the same data, so most likely from most of these "
        "rows: its accuracy is too high.",
    },
    "models_rows_selected": {
        "ja": "この行でエポックを選んだので、正答率は高めに出ます。",
        "en": "Its epoch was chosen on these rows: its accuracy is too high.",
    },
    "models_rows_learnt": {
        "ja": "この行を学習しているので、正答率からは何もいえません。",
        "en": "It has learnt these rows: its accuracy says nothing.",
    },
    "models_own_labels": {
        "ja": "このモデルだけの分類: {labels}(正解がこの分類の行は、どちらが当たるか数えません)。",
        "en": " Categories that only this model has: {labels} (rows of these are not judged).",
    },
    "models_tagged": {
        "ja": "話題タグの付いた行: {count} 行。タグには正解が書いてあるので、タグを残して学習したモデルに有利です。",
        "en": "Rows with a topic tag: {count}. The tag spells out the true category, which favours "
        "a model that learnt with tags.",
    },
    "models_untagged": {
        "ja": "話題タグの付いた行はありません。どちらのモデルも、同じ文字をそのまま読んでいます。",
        "en": "No row has a topic tag. Both models read the same characters as they are.",
    },
    "models_unfair": {
        "ja": "この行は、2 つのモデルの学習での使われ方が違います。下の差からは、はじめて見る文でどちらがよいかはいえません。",
        "en": "These rows had different parts in the two trainings: the difference below does not "
        "say which model is better on new texts.",
    },
    "models_not_judged": {
        "ja": "両方のモデルにある正解の列がないので、どちらが当たるかは数えられません。答えの違う行は下にあります。",
        "en": "No row has a true label that both models know, so nobody is right or wrong. The "
        "rows with different answers are below.",
    },
    "models_accuracy": {
        "ja": "正答率({count} 行): {first} {first_accuracy}、{second} {second_accuracy}",
        "en": "Accuracy ({count} rows): {first} {first_accuracy}, {second} {second_accuracy}",
    },
    "models_interval": {
        "ja": "{value}(95 % 区間 {low}–{high})",
        "en": "{value} (95 % interval {low}–{high})",
    },
    "models_right": {"ja": "{name} が当たり", "en": "{name} right"},
    "models_wrong": {"ja": "{name} が外れ", "en": "{name} wrong"},
    "models_differing": {"ja": "答えの違う行 {count}", "en": "Different answers: {count} rows"},
    "models_differing_help": {
        "ja": "2 つの確率の小さいほうが大きい順です。先頭は、どちらのモデルも自信をもって違う答えを出した行です。",
        "en": "By the smaller of the two probabilities: on the first rows both models are sure, of "
        "different categories.",
    },
    "models_shown": {"ja": "見る行", "en": "Rows to show"},
    "models_shown_differing": {"ja": "全部", "en": "All"},
    "models_shown_only_first": {"ja": "{first} だけ当たり", "en": "Only {first} right"},
    "models_shown_only_second": {"ja": "{second} だけ当たり", "en": "Only {second} right"},
    "models_shown_neither": {"ja": "どちらも外れ", "en": "Both wrong"},
    "models_no_rows": {"ja": "該当する行はありません。", "en": "There is no such row."},
    "models_predicted": {"ja": "{name}: {label} {value}", "en": "{name}: {label} {value}"},
    "scope_heading": {
        "ja": "対象外の文を見分けられるか",
        "en": "Does it tell texts it was not made for?",
    },
    "scope_heading_help": {
        "ja": "モデルはどんな文にも、どれかの分類で答えます。そこで、学んだ文からの「遠さ」を測り、しきい値より上の文に"
        "「対象外かもしれません」と出します。測り方としきい値は検証用の文で決め、テスト用の文で 1 度だけ測りました。"
        "対象外の文は、ニュース、政治、英語、プログラム、でたらめな文字などです。",
        "en": "The model answers any text with one of its categories. So the app measures how far a "
        "text lies from what was learnt, and says above a threshold that it may be out of scope. "
        "Measure and threshold were chosen on validation texts, and measured once on test texts. "
        "Foreign are news, politics, English, code, random characters and the like.",
    },
    "scope_score": {"ja": "遠さ(このモデル)", "en": "Distance (this model)"},
    "scope_baseline": {
        "ja": "最大の確率だけ(比較用)",
        "en": "Largest probability alone (baseline)",
    },
    "scope_kind_of_score": {"ja": "測り方", "en": "Measure"},
    "scope_told": {
        "ja": "**{score}**: 対象外の文の {detected} を見分け、正しく予測した文の {false_alarms} にも出ます。AUROC {auroc}。",
        "en": "**{score}**: flags {detected} of the foreign texts, and {false_alarms} of the "
        "sentences predicted right. AUROC {auroc}.",
    },
    "scope_share": {
        "ja": "{share} %(95 % 区間 {low}–{high}、{count} 文)",
        "en": "{share} % (95 % interval {low}–{high}, {count} texts)",
    },
    "scope_method": {"ja": "遠さの中身: {parts}。", "en": "What the distance adds up: {parts}."},
    "scope_feature_pieces": {
        "ja": "学習用の文でめずらしいトークンの多さ",
        "en": "how rare its tokens are in the training sentences",
    },
    "scope_feature_energy": {
        "ja": "モデルの出力の弱さ(エネルギー)",
        "en": "how weak the model's output is (energy)",
    },
    "scope_feature_entropy": {
        "ja": "確率のばらけ方(エントロピー)",
        "en": "how spread the probabilities are (entropy)",
    },
    "scope_feature_confidence": {
        "ja": "最大の確率の低さ",
        "en": "how low the largest probability is",
    },
    "scope_feature_unknown": {
        "ja": "知らない文字の割合",
        "en": "the share of unknown characters",
    },
    "scope_learnt": {
        "ja": "このモデルは検証用の文も学習しているので、モデルの出力は使わずに測っています。",
        "en": "This model has learnt the validation sentences too, so its output is not used.",
    },
    "scope_false_alarms": {
        "ja": "正しく予測した文に出る割合",
        "en": "Sentences predicted right, flagged",
    },
    "scope_detected": {"ja": "見分けた対象外の文", "en": "Foreign texts, flagged"},
    "scope_roc_alt": {
        "ja": "ROC 曲線。遠さは対象外の文の {score_detected} % を見分け、正しく予測した文の {score_false_alarms} % にも出る。"
        "最大の確率だけでは {baseline_detected} % と {baseline_false_alarms} %。",
        "en": "ROC curves. The distance flags {score_detected} % of the foreign texts and "
        "{score_false_alarms} % of the sentences predicted right; the largest probability alone "
        "{baseline_detected} % and {baseline_false_alarms} %.",
    },
    "scope_kind": {"ja": "対象外の文の種類", "en": "Kind of foreign text"},
    "scope_flagged": {"ja": "見分けた数", "en": "Flagged"},
    "scope_kind_news": {"ja": "ニュース", "en": "News"},
    "scope_kind_politics": {"ja": "政治", "en": "Politics"},
    "scope_kind_business": {"ja": "経済・仕事", "en": "Business"},
    "scope_kind_law": {"ja": "法律", "en": "Law"},
    "scope_kind_science": {"ja": "科学", "en": "Science"},
    "scope_kind_medicine": {"ja": "医療", "en": "Medicine"},
    "scope_kind_code": {"ja": "プログラム", "en": "Code"},
    "scope_kind_english": {"ja": "英語", "en": "English"},
    "scope_kind_random_kana": {"ja": "でたらめなかな", "en": "Random kana"},
    "scope_kind_random_symbols": {"ja": "数字・記号", "en": "Digits and signs"},
    "scope_kind_other_languages": {"ja": "ほかの言語", "en": "Other languages"},
    "scope_refused": {
        "ja": "ほかに、空の文が {count} 個あります。モデルは予測せず、そう伝えます。",
        "en": "Besides, {count} blank texts: the model predicts nothing and says so.",
    },
    "scope_rows": {
        "ja": "この表で、対象外かもしれない行",
        "en": "Rows of this table that may be out of scope",
    },
    "scope_rows_help": {
        "ja": "遠さがしきい値 {threshold} より上の行です。予測はそのまま残ります。新しいことばの多い文は、分類が合っていても出ることがあります。",
        "en": "Rows with a distance above the threshold {threshold}. Their predictions stay. A text "
        "full of newer words may be among them although its category is right.",
    },
}
