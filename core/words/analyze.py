"""Words of the page 分析."""

WORDS: dict[str, dict[str, str]] = {
    "analyze_purpose": {
        "ja": "日本語の文を入れると、モデルが予測した分類と、モデルが見たところを表示します。",
        "en": "Enter a Japanese sentence: see the predicted category and what the model looked at.",
    },
    "examples": {"ja": "例文", "en": "Examples"},
    "another_examples": {"ja": "ほかの例", "en": "More"},
    "another_examples_help": {
        "ja": "data/samples.csv から別の例文を選びます。",
        "en": "Draws other sentences from data/samples.csv.",
    },
    "reading": {"ja": "読み方", "en": "Reading"},
    "reading_whole": {"ja": "全体", "en": "Whole"},
    "reading_sentences": {"ja": "文ごと", "en": "By sentence"},
    "too_long_hint": {
        "ja": "「文ごと」を選ぶと、100,000 文字まで分析できます。",
        "en": "“By sentence” takes up to 100,000 characters.",
    },
    "panel_table": {"ja": "表", "en": "Table"},
    "panel_matrix": {"ja": "行列", "en": "Matrix"},
    "panel_methods": {"ja": "ほかの方法", "en": "Other methods"},
    "panel_padding": {"ja": "余白の実験", "en": "Padding lab"},
    "panel_twin": {"ja": "未学習の双子", "en": "Untrained twin"},
    "panel_attention": {"ja": "注目の効果", "en": "What attention buys"},
    "panel_export": {"ja": "書き出し", "en": "Export"},
    "prediction": {"ja": "予測", "en": "Prediction"},
    "prediction_help": {
        "ja": "いちばん確率の高い分類です。どんな文にも、必ずどれかの分類が選ばれます。",
        "en": "The category with the highest probability. Any text gets one of them.",
    },
    "probability_help": {
        "ja": "それぞれの分類である見込みです。全部たすと 1 になります。",
        "en": "How likely each category is; all of them add up to 1.",
    },
    "probability_help_uncalibrated": {
        "ja": "モデルの最後の層(ソフトマックス)が出した値です。全部たすと 1 になります。このモデルでは、"
        "実際に当たる割合に合わせた調整(較正)はしていません。",
        "en": "What the model's last layer (softmax) gives; all of them add up to 1. This model's "
        "are not calibrated, that is, not fitted to how often it is right.",
    },
    "no_majority": {
        "ja": "どの分類の確率も 50 % に届きません。対象外かもしれません。",
        "en": "No category reaches 50 %. The text may be out of scope.",
    },
    "target_predicted": {"ja": "予測された分類", "en": "Predicted"},
    "target_help": {
        "ja": "この分類の確率を何が上げ下げしたかを説明します。説明するのはネットワークが出したままの確率"
        "(調整前)です。",
        "en": "What raised or lowered the probability of this category. Explained is the network's "
        "own probability (raw).",
    },
    "target_blind": {
        "ja": "この見方は分類を区別しません。どの分類を選んでも、値は同じです。",
        "en": "This view knows no category: whichever you choose, its values stand still.",
    },
    "target_shown": {
        "ja": "「{target}」についての値です。",
        "en": "These values are for “{target}”.",
    },
    "scale": {"ja": "色", "en": "Colour"},
    "scale_help": {
        "ja": "相対: この文でいちばん大きい値を最も濃くします。どんな文でも、どこかが濃くなります。\n\n"
        "絶対: 値 1(全体)を最も濃くします。ほかの文と比べられます。",
        "en": "Relative: strongest at this text's largest value, so something always stands out."
        "\n\nAbsolute: strongest at 1 (the whole), so texts can be compared.",
    },
    "scale_relative": {"ja": "相対", "en": "Relative"},
    "scale_absolute": {"ja": "絶対", "en": "Absolute"},
    "no_absolute_scale": {
        "ja": "この値には「全体」がないので、絶対の色はつけられません。相対の色を表示しています。",
        "en": "These values have no whole, so there is no absolute colour; shown is the relative one.",
    },
    "unit": {"ja": "単位", "en": "Unit"},
    "unit_help": {
        "ja": "トークンの値を、語や文節ごとに足して表示します。全体の合計は変わりません。",
        "en": "Adds up the values of the tokens per word or phrase (bunsetsu); the total stays.",
    },
    "unit_piece": {"ja": "トークン", "en": "Token"},
    "unit_word": {"ja": "語", "en": "Word"},
    "unit_bunsetsu": {"ja": "文節", "en": "Phrase"},
    "not_a_weight": {
        "ja": "この値は重みではありません。記事の見方を再現したものです。",
        "en": "These values are not weights. This view repeats what the article shows.",
    },
    "not_a_weight_2020": {
        "ja": "この値は重みではありません。記事の見方を変えた 2020 年の変形を再現したものです。",
        "en": "These values are not weights. This view repeats the 2020 variant of what the article "
        "shows.",
    },
    "legend_output_max": {
        "ja": "色: この文の平均 {mean} を超えた分だけ色をつけ、最大の {top} を最も濃くしています。",
        "en": "Colour: none up to this text's mean ({mean}), strongest at its maximum ({top}).",
    },
    "legend_relative": {
        "ja": "色: この文で 0 からいちばん遠い値 {top} を最も濃く、0 を無色にしています。",
        "en": "Colour: strongest at this text's value farthest from 0 ({top}), none at 0.",
    },
    "legend_absolute": {
        "ja": "色: 1(全体)を最も濃く、0 を無色にしています。この文で 0 からいちばん遠い値は {top} です。",
        "en": "Colour: strongest at 1 (the whole), none at 0. This text's value farthest from 0: {top}.",
    },
    "legend_signs": {
        "ja": "オレンジと実線(＋)は確率を上げる側、青と破線(−)は下げる側です。",
        "en": "Orange and solid (＋) raises the probability, blue and dashed (−) lowers it.",
    },
    "delta": {
        "ja": "合計のずれ {delta}: 値の合計と、本来なるはずの確率の差との違いです。",
        "en": "Completeness gap {delta}: the sum of the values minus the difference of "
        "probabilities that it should be.",
    },
    "delta_large": {
        "ja": "合計のずれ {delta} が 1 % を超えています。この値は正確ではありません。",
        "en": "The completeness gap {delta} is more than 1 %: these values are not exact.",
    },
    "verdict_good": {
        "ja": "この見方は、:green[**当てずっぽうより良い**]です(削除テスト {value}、ランダム {low}–{high})。",
        "en": "This view is :green[**better than chance**] (deletion test {value}, random "
        "{low}–{high}).",
    },
    "verdict_chance": {
        "ja": "この見方は、:gray[**ランダムと区別できません**](削除テスト {value}、ランダム {low}–{high})。",
        "en": "This view :gray[**cannot be told from chance**] (deletion test {value}, random "
        "{low}–{high}).",
    },
    "verdict_bad": {
        "ja": "この見方は、:red[**当てずっぽうより悪い**]です(削除テスト {value}、ランダム {low}–{high})。",
        "en": "This view is :red[**worse than chance**] (deletion test {value}, random {low}–{high}).",
    },
    "verdict_help": {
        "ja": "削除テスト(comprehensiveness): 値の大きい順に 1、5、10、20、50 % を削除したときに、"
        "説明する分類の確率が平均でどれだけ下がるかです。大きいほど、モデルが本当に使ったところを当てています。"
        "ランダムは、でたらめな 39 通りの順で同じことをした値の幅です。\n\n"
        "残すテスト(sufficiency): 値の大きいものだけを残したときに、確率がどれだけ下がるかです。"
        "小さいほどよく、この見方は {sufficiency}、ランダムは {low}–{high} です。\n\n"
        "DeYoung ほか 2020(ERASER)。",
        "en": "Deletion test (comprehensiveness): how much the probability of the explained "
        "category falls, on average, when the top 1, 5, 10, 20 and 50 % go. The larger, the better "
        "the view finds what the model used. Random: the range of 39 random orders.\n\n"
        "Sufficiency: how much it falls when only the top stays. The smaller the better; here "
        "{sufficiency}, random {low}–{high}.\n\nDeYoung et al. 2020 (ERASER).",
    },
    "badge_nfkc": {"ja": "NFKC で変わった文字 {count}", "en": "Characters changed by NFKC {count}"},
    "badge_unknown": {"ja": "未知のトークン {count}", "en": "Unknown tokens {count}"},
    "badge_truncated": {"ja": "切り捨て {count}", "en": "Cut off {count}"},
    "chips_more": {"ja": "ほか {count}", "en": "{count} more"},
    "counts": {
        "ja": "文字 {characters} ・ トークン {tokens} ・ 切り捨て {truncated} ・ 余白に落ちた注目度 {padding} %",
        "en": "Characters {characters} · tokens {tokens} · cut off {truncated} · attention on padding {padding} %",
    },
    "counts_help": {
        "ja": "切り捨て: モデルの窓({window} トークン)に入らず、モデルが見なかったトークンの数です。"
        "余白: 短い文を窓の長さにそろえるために足す空きで、文の中身ではありません。",
        "en": "Cut off: tokens beyond the model's window ({window} tokens), never seen by it. "
        "Padding: the blanks that fill up a short text to the window; no part of the text.",
    },
    "truncated_note": {
        "ja": "取り消し線の部分は窓に入らず、モデルは見ていません。",
        "en": "The struck-through part did not fit into the window: the model never saw it.",
    },
    "edits": {"ja": "編集", "en": "Edits"},
    "edited_delete": {"ja": "{surface}を削除", "en": "{surface} deleted"},
    "edited_unk": {"ja": "{surface}→〈unk〉", "en": "{surface} → <unk>"},
    "edited_blank": {"ja": "{surface}→ 空白", "en": "{surface} → blank"},
    "edited_replace": {
        "ja": "{surface}→「{replacement}」",
        "en": "{surface} → “{replacement}”",
    },
    "undo": {"ja": "元に戻す", "en": "Undo"},
    "redo": {"ja": "やり直す", "en": "Redo"},
    "reset": {"ja": "すべて元に戻す", "en": "Undo all"},
    "announcement": {"ja": "{edit}。{change}", "en": "{edit}. {change}"},
    "label_changed": {
        "ja": "分類が {before} から {after} に変わりました。",
        "en": "The category changed from {before} to {after}.",
    },
    "label_stays": {"ja": "分類は {label} のままです。", "en": "The category is still {label}."},
    "recut": {
        "ja": "編集後の文を切り直すとトークンが変わります: {pieces}",
        "en": "Cutting the edited text anew gives other tokens: {pieces}",
    },
    "flip": {"ja": "最小の反転", "en": "Smallest flip"},
    "flip_help": {
        "ja": "分類を変える、いちばん小さいトークン(語、文節)の組を探して削除します。2 個まではすべての組を"
        "調べ、それより多い組は効果の大きい順に探します。",
        "en": "Finds the smallest set of tokens (words, phrases) whose deletion changes the "
        "category: every set of up to 2, beyond that the most effective first.",
    },
    "flip_found": {
        "ja": "{tokens}を削除すると、分類が {before} から {after} に変わります(確率 {probability})。",
        "en": "Deleting {tokens} changes the category from {before} to {after} (probability "
        "{probability}).",
    },
    "flip_exhaustive": {
        "ja": "これより少ない組はありません。",
        "en": "No smaller set does.",
    },
    "flip_greedy": {
        "ja": "もっと少ない組があるかもしれません。",
        "en": "There may be a smaller set.",
    },
    "flip_none": {
        "ja": "{size} 個までの削除では、分類は変わりません。",
        "en": "No deletion of up to {size} was found to change the category.",
    },
    "flip_apply": {"ja": "この組を削除する", "en": "Delete them"},
    "table": {"ja": "トークンごとの表", "en": "Table per token"},
    "table_help": {
        "ja": "weight: 上で選んだ見方の値。rank: 大きい順の順位。normalized: 平均を引き、0 未満を 0 に"
        "した値。attention: 平均より大きいか。2019 年の記事と同じ列です。",
        "en": "weight: the value of the chosen view. rank: 1 is the largest. normalized: minus the "
        "mean, nothing below 0. attention: whether it is above the mean. The columns of the 2019 "
        "article.",
    },
    "about_body": {
        "ja": "文を SentencePiece でトークンに分け、Embedding → SeqSelfAttention → 双方向 LSTM → "
        "ソフトマックスの順に計算しています。注目度は SeqSelfAttention の重みそのものです。"
        "注目度が高いことは、それが予測の理由であることを意味しません。入力した文は、ファイルへの保存も"
        "送信もしません。計算の結果だけが、メモリーに最長 1 時間残ります。",
        "en": "SentencePiece cuts the text into tokens; then Embedding → SeqSelfAttention → "
        "bidirectional LSTM → softmax. Attention received comes straight from the weights of "
        "SeqSelfAttention. A high value does not mean that the token is the reason for the "
        "prediction. Your text is neither written to disk nor sent anywhere; results stay in "
        "memory for up to an hour.",
    },
    "protocols_intro": {
        "ja": "同じつくり方のモデルを 10 回つくり直して、学習に使っていない文で測った正答率です(今日の"
        "話題だけは、このモデルそのものに聞いています)。かっこの中は 95 % 区間です。",
        "en": "Accuracy of this recipe, trained anew ten times and asked about what it had not "
        "learnt (topics of today: this very model). In brackets: the 95 % interval.",
    },
    "accuracy_interval": {"ja": "正答率(95 % 区間)", "en": "Accuracy (95 % interval)"},
    "about_calibration": {
        "ja": "確率の較正: モデルの出力を {temperature} で割っています(温度スケーリング)。テスト用の文での、"
        "確率と正答率のずれ(ECE)は、調整前 {before}、較正後 {after} です。",
        "en": "Calibration: the logits are divided by {temperature} (temperature scaling). On the "
        "test sentences, probability and accuracy differ (ECE) by {before} before and {after} "
        "after.",
    },
    "about_sources": {
        "ja": "データ: KNB コーパス(京都大学・NTT ブログコーパス)。手法: SeqSelfAttention "
        "(keras-self-attention)。注目は説明になるか: Jain & Wallace 2019、Serrano & Smith 2019、"
        "Wiegreffe & Pinter 2019。",
        "en": "Data: KNB corpus (Kyoto University and NTT Blog corpus). Layer: SeqSelfAttention "
        "(keras-self-attention). Is attention an explanation? Jain & Wallace 2019; Serrano & Smith "
        "2019; Wiegreffe & Pinter 2019.",
    },
    "matrix_help": {
        "ja": "行は見る側(クエリ)、列は見られる側(キー)のトークンです。色が濃いほど、その行のトークンが"
        "大きな重みを向けています。1 行の重みの合計は、余白も合わせて 1 です。すべての行の平均が「注目度」です。",
        "en": "Rows are the tokens that look (queries), columns the tokens looked at (keys). The "
        "stronger the colour, the more weight that row gives. The weights of a row, padding "
        "included, add up to 1. The mean of all rows is “attention received”.",
    },
    "matrix_takeaway": {
        "ja": "注目度がいちばん高いのは「{token}」で、平均して {score} の重みを集めています。",
        "en": "“{token}” receives the most attention: {score} on average.",
    },
    "matrix_takeaway_uniform": {
        "ja": "注目度はほぼ一様です({low}–{high})。",
        "en": "Attention is nearly uniform ({low}–{high}).",
    },
    "matrix_alt": {
        "ja": "注目の重みのヒートマップ。行は見る側、列は見られる側です。{takeaway}",
        "en": "Heat map of the attention weights; rows look, columns are looked at. {takeaway}",
    },
    "matrix_query": {"ja": "見る側(行)", "en": "Looks (row)"},
    "matrix_key": {"ja": "見られる側(列)", "en": "Is looked at (column)"},
    "matrix_weight": {"ja": "重み", "en": "Weight"},
    "matrix_with_padding": {"ja": "余白も表示({count})", "en": "Show the padding, too ({count})"},
    "matrix_with_padding_help": {
        "ja": "余白: 短い文を窓の長さにそろえるために足す空きです。このモデルは余白も読むので、余白にも重みが"
        "向き、余白からも重みが出ます。灰色の枠の中が余白の列です。",
        "en": "Padding: the blanks that fill up a short text to the window. This model reads them: "
        "weight falls on them and comes from them. The grey frame holds their columns.",
    },
    "matrix_padding_unread": {
        "ja": "このモデルは余白を読まずに計算するので、余白の行と列はありません。",
        "en": "This model never reads padding: there are no rows and columns of it.",
    },
    "matrix_no_padding": {
        "ja": "文が窓いっぱいの長さなので、余白はありません。",
        "en": "The text fills the window: there is no padding.",
    },
    "matrix_cropped": {
        "ja": "大きすぎて読めないので、先頭の {count} トークンだけを描いています。",
        "en": "Too large to read: only the first {count} tokens are drawn.",
    },
    "matrix_row_help": {
        "ja": "図の行を押しても選べます。",
        "en": "Or press a row of the chart.",
    },
    "matrix_all_rows": {"ja": "すべて(平均)", "en": "All (mean)"},
    "matrix_back": {"ja": "すべての行に戻す", "en": "Back to all rows"},
    "matrix_strip_all": {
        "ja": "すべての行の平均: トークンが集めた注目度",
        "en": "Mean of all rows: the attention that each token receives",
    },
    "matrix_strip_row": {
        "ja": "「{token}」の行: このトークンが向けた重み",
        "en": "The row of “{token}”: the weight that it gives",
    },
    "matrix_checks": {
        "ja": "検算: 各行の合計は 1(ずれは最大 {rows})。max|A·X − 出力| = {output}",
        "en": "Check: every row adds up to 1 (off by at most {rows}). max|A·X − output| = {output}",
    },
    "matrix_checks_help": {
        "ja": "A はこの行列(余白を読むモデルでは余白も含む)、X はトークンの埋め込みベクトルです。かけた結果が"
        "注目の層の実際の出力と同じなら、描いた重みはモデルが本当に使った値です。丸め誤差だけが残ります。",
        "en": "A is this matrix (with the padding where the model reads it), X the embedding "
        "vectors of the tokens. If their product is what the attention layer really gave, then "
        "the weights drawn are those that the model used; only rounding remains.",
    },
    "matrix_checks_failed": {
        "ja": "検算が合いません。ずれが {limit} 以上なので、この図の値は信じられません。",
        "en": "The check fails: off by {limit} or more. Do not believe this figure.",
    },
    "methods_heading": {
        "ja": "ほかの方法: 同じ文を、いろいろな見方で",
        "en": "Other methods: one text, many views",
    },
    "methods_help": {
        "ja": "同じ予測でも、見方によって目立つトークンは違います。見方ごとに 1 行で描き、当てずっぽうより良いかを"
        "確かめ、最後にたがいの一致を測ります。ランダム(対照)に勝てない見方は信じられません。",
        "en": "One prediction, yet every view makes other tokens stand out. One strip per view, "
        "each tested against chance; then how far they agree. Do not believe a view that is no "
        "better than the random control.",
    },
    "methods_choice": {"ja": "見方を選ぶ", "en": "Views to compare"},
    "methods_placeholder": {"ja": "見方を選んでください", "en": "Choose views"},
    "methods_none": {
        "ja": "上の欄から、くらべる見方を 1 つ以上選んでください。",
        "en": "Choose at least one view in the field above.",
    },
    "methods_working": {"ja": "計算しています: {name}", "en": "Computing: {name}"},
    "methods_place": {"ja": "{place}. {name}", "en": "{place}. {name}"},
    "methods_signed": {"ja": "符号あり", "en": "signed"},
    "methods_signed_help": {
        "ja": "＋ はその分類の確率を上げ、− は下げるトークンです。",
        "en": "＋ raises the probability of the category, − lowers it.",
    },
    "methods_suspicious": {
        "ja": "モデルを見ていない疑い",
        "en": "may not look at the model",
    },
    "methods_suspicious_help": {
        "ja": "学習前のでたらめな重みに変えたモデルでも、ほとんど同じところが目立ちます(順位相関の絶対値の"
        "平均 {similarity}、0.5 を超えると疑います)。",
        "en": "A model with random weights makes nearly the same tokens stand out (mean absolute "
        "rank correlation {similarity}; above 0.5 is suspicious).",
    },
    "methods_unchecked": {
        "ja": "モデルを見ているかは未確認",
        "en": "not checked whether it looks at the model",
    },
    "methods_unchecked_help": {
        "ja": "学習前のでたらめな重みに変えたモデルでも同じところが目立つかどうかを、まだ測っていません。",
        "en": "Not measured yet: whether a model with random weights makes the same tokens stand out.",
    },
    "methods_unchecked_command": {
        "ja": "モデルを見ているかどうかが未確認の見方: {methods}。次のコマンドで確かめられます: {command}",
        "en": "Not checked whether they look at the model: {methods}. This command checks it: "
        "{command}",
    },
    "methods_seconds": {"ja": "{seconds} 秒", "en": "{seconds} s"},
    "methods_seconds_help": {
        "ja": "この見方の計算にかかった時間です(検証の時間は除きます)。",
        "en": "How long this view took, without its test.",
    },
    "methods_sufficiency": {
        "ja": "残すテスト {value}(ランダム {low}–{high}、小さいほど良い)。",
        "en": "Sufficiency {value} (random {low}–{high}; the smaller, the better).",
    },
    "methods_padding": {
        "ja": "余白に落ちた分 {share} %。",
        "en": "On padding: {share} %.",
    },
    "methods_tau": {
        "ja": "順位の一致(ケンドールの τ)",
        "en": "Agreement of the ranks (Kendall's τ)",
    },
    "methods_tau_short": {"ja": "ケンドールの τ", "en": "Kendall's τ"},
    "methods_tau_help": {
        "ja": "2 つの見方が全トークンを同じ順に並べれば 1、逆の順なら −1、無関係なら 0 に近くなります。"
        "– は、すべて同じ値で順位がない見方です。番号は、上の見方の番号です(Kendall 1945)。",
        "en": "1 if two views put all tokens in the same order, −1 in the reverse order, near 0 "
        "if unrelated. “–”: a view whose values are all the same has no order. The numbers are those "
        "of the views above (Kendall 1945).",
    },
    "methods_overlap": {"ja": "上位 3 つの一致", "en": "Agreement of the top 3"},
    "methods_overlap_short": {"ja": "共通の割合", "en": "Shared"},
    "methods_overlap_help": {
        "ja": "それぞれの見方で値がいちばん大きい 3 つのうち、共通のものの割合です。1 なら 3 つとも同じ、0 なら"
        "1 つも同じではありません。",
        "en": "Of the three highest of each view, the part that both share: 1 if all three are "
        "the same, 0 if none is.",
    },
    "methods_one": {"ja": "行の見方", "en": "View of the row"},
    "methods_other": {"ja": "列の見方", "en": "View of the column"},
    "methods_agreement_alt": {
        "ja": "{heading}の表。いちばん一致するのは「{one}」と「{other}」で {value} です。",
        "en": "Table: {heading}. “{one}” and “{other}” agree most: {value}.",
    },
    "methods_curves": {
        "ja": "消していくと、足していくと",
        "en": "Taking tokens out, putting them in",
    },
    "methods_curves_help": {
        "ja": "値の大きい順にトークンを 1 つずつ削除(または追加)したときの確率です。見方が良ければ、削除では"
        "すぐに下がり、追加ではすぐに上がります。灰色の帯は、でたらめな 39 通りの順での最小から最大までです"
        "(Petsiuk ほか 2018)。",
        "en": "The probability while tokens are deleted (or added) one by one, the highest value "
        "first. A good view falls at once, or rises at once. Grey: from the lowest to the highest "
        "of 39 random orders (Petsiuk et al. 2018).",
    },
    "methods_curves_choice": {"ja": "曲線を描く見方", "en": "View of the curves"},
    "methods_curves_working": {
        "ja": "曲線を計算しています: {name}",
        "en": "Computing the curves: {name}",
    },
    "methods_deletion": {
        "ja": "削除していくときの「{target}」の確率(調整前)。早く下がるほど良い見方です。",
        "en": "Deletion: the raw probability of “{target}”. The sooner it falls, the better.",
    },
    "methods_insertion": {
        "ja": "追加していくときの「{target}」の確率(調整前)。早く上がるほど良い見方です。",
        "en": "Insertion: the raw probability of “{target}”. The sooner it rises, the better.",
    },
    "methods_deletion_fraction": {"ja": "削除した割合", "en": "Deleted"},
    "methods_insertion_fraction": {"ja": "追加した割合", "en": "Added"},
    "methods_deletion_alt": {
        "ja": "削除の曲線。{share} % を削除したときの確率は {value}、ランダムな順では {low}–{high} です。",
        "en": "Deletion curve. With {share} % deleted the probability is {value}; random orders "
        "give {low}–{high}.",
    },
    "methods_insertion_alt": {
        "ja": "追加の曲線。{share} % を追加したときの確率は {value}、ランダムな順では {low}–{high} です。",
        "en": "Insertion curve. With {share} % added the probability is {value}; random orders "
        "give {low}–{high}.",
    },
    "methods_random_orders": {"ja": "ランダムな順", "en": "Random orders"},
    "padding_heading": {
        "ja": "余白の実験: 空きを足すと、答えは変わるか",
        "en": "Padding lab: does the answer change with the padding?",
    },
    "padding_help": {
        "ja": "余白は、短い文を窓の長さにそろえるために足す空きで、文の中身ではありません。2019 年の記事のモデルは"
        "余白も読むので、余白の数で注目度も予測も変わります。このアプリのモデルは余白を読みません。",
        "en": "Padding: the blanks that fill up a short text to the window; no part of the text. "
        "The 2019 article's model reads them, so attention and prediction depend on how many there "
        "are. This app's model never reads them.",
    },
    "padding_models_missing": {
        "ja": "この実験には models フォルダに article と default の 2 つのモデルが必要です。あるモデル: {names}",
        "en": "This lab needs the two models “article” and “default” in the folder “models”. There "
        "are: {names}",
    },
    "padding_number": {"ja": "余白の数", "en": "Number of paddings"},
    "padding_window": {
        "ja": "この文は {tokens} トークンなので、記事のモデルの窓({length})を埋める余白は {count} です。実際の"
        "予測は、この数の余白で計算しています。",
        "en": "This text has {tokens} tokens, so {count} paddings fill the window ({length}) of the "
        "article's model: that is what its predictions are really made with.",
    },
    "padding_window_mark": {"ja": "実際の数 {count}", "en": "really {count}"},
    "padding_model_default": {
        "ja": "このアプリのモデル(default)",
        "en": "This app's model (default)",
    },
    "padding_share": {"ja": "余白に {share} %", "en": "{share} % on padding"},
    "padding_unread": {
        "ja": "余白を読まないので変わりません。",
        "en": "It never reads padding: nothing changes.",
    },
    "padding_unread_help": {
        "ja": "このモデルは、計算の前に余白を取り除きます。余白がいくつあっても、注目度も予測も同じです。",
        "en": "This model drops the padding before it computes anything: however much there is, "
        "attention and prediction stay.",
    },
    "padding_as_page": {
        "ja": "実際の予測と同じ数の余白です。",
        "en": "As many as its predictions are made with.",
    },
    "padding_same_label": {
        "ja": "予測は「{label}」のままです(差 {change})。",
        "en": "Still “{label}” (difference {change}).",
    },
    "padding_other_label": {
        "ja": "予測が「{before}」から「{now}」に変わりました。",
        "en": "The prediction changed from “{before}” to “{now}”.",
    },
    "padding_change_help": {
        "ja": "実際の数(余白 {count})のときの予測と比べています。差は、確率のいちばん大きい変化です。変えたのは"
        "余白の数だけで、文は同じです。",
        "en": "Compared with the real number ({count} paddings). The difference is the largest "
        "change of a probability. Only the padding differs; the text is the same.",
    },
    "padding_chart_heading": {
        "ja": "余白の数と、余白に落ちる注目度",
        "en": "Attention on padding by its number",
    },
    "padding_chart_help": {
        "ja": "文のトークンが余白に向けた重みの割合(平均)です。縦の目盛りは、いちばん大きい値に合わせています。"
        "実線の縦線は今の数、点線は実際の数です。",
        "en": "The part of the weight that the tokens of the text give to padding (mean). The "
        "vertical scale follows the largest value. The solid upright line is the present number, "
        "the dashed one the real number.",
    },
    "padding_working": {
        "ja": "余白の数を変えて計算しています",
        "en": "Computing with other numbers of paddings",
    },
    "padding_share_title": {"ja": "余白に落ちた注目度", "en": "Attention on padding"},
    "padding_chart_alt": {
        "ja": "折れ線グラフ: 余白 {count} のときに余白に落ちる注目度は {ends}",
        "en": "Line chart: attention on {count} paddings is {ends}",
    },
    "document_starting": {"ja": "文に分けています…", "en": "Cutting into sentences…"},
    "document_progress": {"ja": "文 {done} / {total}", "en": "Sentence {done} / {total}"},
    "document_stop": {"ja": "中止", "en": "Stop"},
    "document_stopped": {"ja": "中止しました。", "en": "Stopped."},
    "document_again": {"ja": "もう一度", "en": "Again"},
    "document_back": {"ja": "← 文章に戻る", "en": "← Back to the whole text"},
    "document_whole": {"ja": "文章全体の予測", "en": "Prediction for the whole text"},
    "document_whole_help": {
        "ja": "文ごとの確率の対数を平均し、合計が 1 になるように直した値で選びます。短い文も長い文も同じ重さです。"
        "モデルが文どうしのつながりを読むわけではありません。",
        "en": "From the mean of the logarithms of the sentences' probabilities, made to add up to "
        "1 again. Short and long sentences count the same. The model does not read how sentences "
        "hang together.",
    },
    "document_measured": {
        "ja": "この確率は、文章全体では較正していません。同じつくり方のモデルに、学習に使っていない記事 {count} 本を答え"
        "させると、正答率は {accuracy}(95 % 区間 {low}–{high})、確率と正答率のずれ(ECE)は {ece} でした。",
        "en": "For whole texts this probability is not calibrated. Asked about {count} articles "
        "that it had not learnt, this recipe was right in {accuracy} of them (95 % interval "
        "{low}–{high}); probability and accuracy differed (ECE) by {ece}.",
    },
    "document_unmeasured": {
        "ja": "この確率は、文章全体では較正していません。このモデルの、記事ごとの正答率は測っていません。",
        "en": "For whole texts this probability is not calibrated, and this model's accuracy on "
        "whole articles has not been measured.",
    },
    "document_sentences": {
        "ja": "文ごとの予測({count} 文)",
        "en": "Sentence by sentence ({count})",
    },
    "document_sentences_help": {
        "ja": "1 つのマスが 1 つの文で、左上から順に並んでいます。色と模様(または文字)が分類、濃さが確率です。破線の"
        "マスはトークンのない行、右端が点線のマスは窓に入りきらない文です。",
        "en": "One cell per sentence, in reading order. Colour and pattern (or sign) are the "
        "category, the strength is the probability. Dashed: a line without tokens. Dotted at the "
        "right: a sentence too long for the window.",
    },
    "document_strip": {"ja": "文ごとの予測", "en": "Predictions per sentence"},
    "document_strip_hint": {
        "ja": "マスを指すか、← → ↑ ↓ で選ぶと、文が出ます。押すか Enter で、その文を分析します。",
        "en": "Point at a cell, or choose one with ← → ↑ ↓, to see its sentence. Click or Enter "
        "analyses it.",
    },
    "document_count": {"ja": "{label} {count} 文", "en": "{label} {count}"},
    "document_no_token": {"ja": "トークンのない行", "en": "a line without tokens"},
    "document_cut": {"ja": "切り捨て", "en": "Cut off"},
    "document_cut_note": {
        "ja": "切り捨ては、モデルの窓({window} トークン)に入らず、モデルが見なかったトークンの数です。",
        "en": "Cut off: the tokens beyond the model's window ({window}), never seen by it.",
    },
    "document_list_hint": {
        "ja": "行の左端を押すと、その文を分析します。",
        "en": "Press the left end of a row to analyse that sentence.",
    },
    "document_number": {"ja": "番号", "en": "No."},
    "document_sentence": {"ja": "文", "en": "Sentence"},
    "twin_heading": {
        "ja": "未学習の双子: 何も学んでいないモデルでも同じところが目立つか",
        "en": "Untrained twin: does a model that learnt nothing stand out in the same places?",
    },
    "twin_help": {
        "ja": "学んだ重みを、出口に近い層から順にでたらめな値へ戻し、同じ文の同じ見方がどれだけ変わるかを測ります。"
        "すべて戻しても変わらない見方は、モデルではなく文だけを見ている疑いがあります。",
        "en": "What the layers learnt is replaced by random values, beginning near the exit, and "
        "the same view of the same texts is drawn again. A view that stays the same with nothing "
        "left of the training may look at the text alone, not at the model.",
    },
    "twin_suspects": {
        "ja": "モデルを見ていない疑いがあるのは {suspects} です。",
        "en": "These may not look at the model: {suspects}.",
    },
    "twin_no_suspects": {
        "ja": "モデルを見ていない疑いがある見方はありません。",
        "en": "No view seems to ignore the model.",
    },
    "twin_figure": {"ja": "{method}({value})", "en": "{method} ({value})"},
    "twin_joint": {"ja": "、", "en": ", "},
    "twin_stage": {"ja": "未学習に戻した層", "en": "Layers without their training"},
    "twin_stage_classifier": {"ja": "出口(分類)だけ", "en": "exit (classifier) only"},
    "twin_stage_lstm": {"ja": "出口から双方向 LSTM まで", "en": "exit to bidirectional LSTM"},
    "twin_stage_attention": {"ja": "出口から注目の層まで", "en": "exit to attention"},
    "twin_stage_embedding": {"ja": "すべて(埋め込みまで)", "en": "everything, embedding included"},
    "twin_value": {"ja": "順位相関の絶対値(平均)", "en": "Mean absolute rank correlation"},
    "twin_suspicious": {"ja": "疑いあり", "en": "suspicious"},
    "twin_threshold": {"ja": "疑いの境目", "en": "Suspicious above"},
    "twin_alt": {
        "ja": "見方ごとに、学習したモデルと未学習に戻したモデルの順位相関を点で示した図。{finding}",
        "en": "Dot chart per view: rank correlation of the trained and the randomised model. "
        "{finding}",
    },
    "twin_dots": {
        "ja": "{count} 文の平均。輪は、出口、双方向 LSTM、注目の層の順に未学習に戻したところ、大きい点と数はすべて戻した"
        "ところです。縦の線({threshold})を超えると疑います。",
        "en": "Mean of {count} texts. Rings: without the training of the exit, then of the LSTM, "
        "then of the attention; large dot and number: of everything. Suspicious right of the "
        "upright line ({threshold}).",
    },
    "twin_reading": {
        "ja": "注目の層から直接とる見方(注目度、出力の最大値など)は、その後ろにある LSTM と出口を戻しても変わりません。"
        "「ランダム(対照)」の値は、偶然だけでもこのくらい一致することを示します。",
        "en": "Views taken straight from the attention layer (attention, output maximum …) do not "
        "change while only the LSTM and the exit behind it are randomised. The random control "
        "shows how much agreement chance alone gives.",
    },
    "twin_now": {"ja": "今の見方「{method}」:", "en": "The present view, “{method}”:"},
    "twin_show": {
        "ja": "この文を未学習の双子にも見せる",
        "en": "Show this text to the untrained twin, too",
    },
    "twin_trained": {"ja": "学習したモデル", "en": "Trained model"},
    "twin_untrained": {"ja": "未学習の双子", "en": "Untrained twin"},
    "twin_says": {
        "ja": "予測 {label}、確率 {confidence}",
        "en": "Prediction {label}, probability {confidence}",
    },
    "twin_agreement": {
        "ja": "この文での「{method}」の順位相関の絶対値は {value} です(1 なら、何も学んでいないモデルと同じ順番です)。",
        "en": "For this text the absolute rank correlation of “{method}” is {value} (1: the same "
        "order as a model that learnt nothing).",
    },
    "twin_no_agreement": {
        "ja": "この文では「{method}」の値がどれも同じなので、順位をくらべられません。",
        "en": "For this text all values of “{method}” are the same: there is no order to compare.",
    },
    "twin_sources": {
        "ja": "方法: Adebayo ほか 2018「Sanity Checks for Saliency Maps」。",
        "en": "Method: Adebayo et al. 2018, “Sanity Checks for Saliency Maps”.",
    },
    "buys_heading": {
        "ja": "注目の効果: 注目の層は正答率に役立っているか",
        "en": "What attention buys: does the layer make the model more accurate?",
    },
    "buys_help": {
        "ja": "同じつくり方で、注目のしかただけを変えたモデルを新しく学習させ、同じテスト用の文で正答率をくらべます。"
        "注目を学ばせなくても正答率が同じなら、この課題では、注目は予測の決め手とはいえません。",
        "en": "The same recipe is trained anew with other kinds of attention and asked about the "
        "same test sentences. Where attention that was never learnt does as well, learnt "
        "attention is not what decides here.",
    },
    "buys_variant": {"ja": "注目のしかた", "en": "Kind of attention"},
    "buys_variant_learned": {"ja": "学習した注目", "en": "Learnt"},
    "buys_variant_uniform": {
        "ja": "一様な注目(どのトークンも同じ重み)",
        "en": "Uniform (all alike)",
    },
    "buys_variant_none": {"ja": "注目なし", "en": "None"},
    "buys_variant_unmasked": {"ja": "記事の注目(余白も見る)", "en": "The article's (sees padding)"},
    "buys_variant_pretrained": {
        "ja": "事前学習した層から始めた注目(参考)",
        "en": "From pretrained layers (for reference)",
    },
    "buys_accuracy": {"ja": "正答率", "en": "Accuracy"},
    "buys_interval": {"ja": "95 % 区間", "en": "95 % interval"},
    "buys_majority": {
        "ja": "いつも最多の分類 {value}",
        "en": "always the largest category {value}",
    },
    "buys_alt": {
        "ja": "注目のしかたごとの正答率と 95 % 区間の図: {accuracies}。{finding}",
        "en": "Accuracy and 95 % interval per kind of attention: {accuracies}. {finding}",
    },
    "buys_same": {
        "ja": "{variant}: 学習した注目との差 {difference}(95 % 区間 {low}〜{high})。区間が 0 を含むか、学習 1 回ごとの値が重なるので、差があるとはいえません。",
        "en": "{variant}: {difference} beside learnt attention (95 % interval {low} to {high}). It "
        "contains 0, or the single trainings overlap: no difference can be told.",
    },
    "buys_better": {
        "ja": "{variant}: 学習した注目との差 {difference}(95 % 区間 {low}〜{high})。偶然とはいえない差で、学習した注目より高い正答率です。",
        "en": "{variant}: {difference} beside learnt attention (95 % interval {low} to {high}). "
        "More accurate than learnt attention, beyond chance.",
    },
    "buys_worse": {
        "ja": "{variant}: 学習した注目との差 {difference}(95 % 区間 {low}〜{high})。偶然とはいえない差で、学習した注目より低い正答率です。",
        "en": "{variant}: {difference} beside learnt attention (95 % interval {low} to {high}). "
        "Less accurate than learnt attention, beyond chance.",
    },
    "buys_measured": {
        "ja": "テスト用の {count} 文。点は {seeds} 回の学習の平均、縦の線は 1 回ごとの値、横の線は記事を入れ替えたときの "
        "95 % 区間です。区間には、学習をやり直したときのばらつきは入っていません。",
        "en": "{count} test sentences. Dots: mean of {seeds} trainings; ticks: each of them; bars: "
        "95 % interval over articles, which leaves out how trainings differ.",
    },
    "debate_against": {
        "ja": "**注目は説明ではない**: 重みをまったく別のものに変えても同じ予測になることが多く(Jain & Wallace 2019)、"
        "重みの大きいところを消しても予測が変わらないことも多い(Serrano & Smith 2019)。",
        "en": "**Attention is not explanation**: quite other weights often give the same "
        "prediction (Jain & Wallace 2019), and removing what has the largest weights often changes "
        "nothing (Serrano & Smith 2019).",
    },
    "debate_for": {
        "ja": "**注目は説明ではない、とはいえない**: 別の重みは文ごとに勝手に選べるものではなく、一様な注目より正答率が高い課題では、"
        "重みは予測に必要なことを表している(Wiegreffe & Pinter 2019)。",
        "en": "**Attention is not not explanation**: other weights cannot be had for each text "
        "alone, and where learnt attention beats a uniform one, the weights carry what the "
        "prediction needs (Wiegreffe & Pinter 2019).",
    },
    "scope_maybe_out_help": {
        "ja": "モデルが学んだ文とは、ことばづかいや話題がちがうようです(遠さ {score}、しきい値 {threshold} より上)。"
        "予測はモデルが出したままです。当てにならないかもしれません。",
        "en": "The text seems unlike what the model learnt from (distance {score}, above the "
        "threshold {threshold}). The prediction is the model's own; it may mean nothing.",
    },
    # History
    "visits": {"ja": "履歴", "en": "History"},
    "visits_about": {
        "ja": "この訪問で分析した文です(新しい順に {limit} 個まで)。ファイルには書き込まれません。アプリの"
        "メモリに置かれ、ページを閉じるか読み込み直すと消えます。分析の結果は、同じ計算をくり返さないように、"
        "最長 1 時間メモリに残ります。",
        "en": "What you analysed in this visit, newest first, at most {limit} texts. No file is "
        "written: they stay in the app's memory until you close or reload the page. Results stay "
        "in its memory for up to an hour, so that nothing is computed twice.",
    },
    "visits_empty": {
        "ja": "ほかの文はまだありません。",
        "en": "No other text yet.",
    },
    "visits_clear": {"ja": "履歴を消す", "en": "Clear the history"},
}
