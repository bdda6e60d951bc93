"""Every word of the screen, in Japanese and in English; reports, exports and notebooks speak them too."""

import os

LANGUAGE_NAMES = {"ja": "日本語", "en": "English"}

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
    "analyze_purpose": {
        "ja": "日本語の文を入れると、モデルが予測した分類と、モデルが見たところを表示します。",
        "en": "Enter a Japanese sentence: see the predicted category and what the model looked at.",
    },
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
    "examples": {"ja": "例文", "en": "Examples"},
    "another_examples": {"ja": "ほかの例", "en": "More"},
    "another_examples_help": {
        "ja": "data/samples.csv から別の例文を選びます。",
        "en": "Draws other sentences from data/samples.csv.",
    },
    "reading": {"ja": "読み方", "en": "Reading"},
    "reading_help": {
        "ja": "全体: 1 つの文として分析します。\n\n文ごと: 文に分けて、1 文ずつ分析します。",
        "en": "Whole: analysed as one.\n\nBy sentence: cut into sentences, each analysed.",
    },
    "reading_whole": {"ja": "全体", "en": "Whole"},
    "reading_sentences": {"ja": "文ごと", "en": "By sentence"},
    "too_long_hint": {
        "ja": "「文ごと」を選ぶと、100,000 文字まで分析できます。",
        "en": "“By sentence” takes up to 100,000 characters.",
    },
    "analysing": {"ja": "計算しています…", "en": "Computing…"},
    "judging": {"ja": "ランダムと比べています…", "en": "Comparing with chance…"},
    "flip_working": {"ja": "組を探しています…", "en": "Looking for the set…"},
    "quoted": {"ja": "「{text}」", "en": "“{text}”"},
    "list_joint": {"ja": "、", "en": ", "},
    "panel": {"ja": "くわしく", "en": "Details"},
    "panel_table": {"ja": "表", "en": "Table"},
    "panel_matrix": {"ja": "行列", "en": "Matrix"},
    "panel_methods": {"ja": "ほかの方法", "en": "Other methods"},
    "panel_padding": {"ja": "余白の実験", "en": "Padding lab"},
    "panel_twin": {"ja": "未学習の双子", "en": "Untrained twin"},
    "panel_attention": {"ja": "注目の効果", "en": "What attention buys"},
    "prediction": {"ja": "予測", "en": "Prediction"},
    "prediction_help": {
        "ja": "いちばん確率の高い分類です。どんな文にも、必ずどれかの分類が選ばれます。",
        "en": "The category with the highest probability. Any text gets one of them.",
    },
    "probability": {"ja": "確率", "en": "Probability"},
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
    "no_majority": {
        "ja": "どの分類の確率も 50 % に届きません。対象外かもしれません。",
        "en": "No category reaches 50 %. The text may be out of scope.",
    },
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
    "attention": {"ja": "注目度", "en": "Attention received"},
    "help_attention": {
        "ja": "文の全トークンが、そのトークンにどれだけ重みを向けたかの平均です。符号はなく、余白も"
        "合わせて合計 1 になります。どの分類でも同じ値です(層: Zheng ほか 2018)。",
        "en": "The mean weight that all tokens of the text give to this token. Unsigned; with "
        "padding, they add up to 1. The same for every category (layer: Zheng et al. 2018).",
    },
    "output_max": {
        "ja": "出力の最大値(重みではありません)",
        "en": "Output maximum (not a weight)",
    },
    "help_output_max": {
        "ja": "2019 年の記事が「重み」と呼んだ値です。注目の層が出したベクトルの最大の成分で、重みでは"
        "なく、単位もありません。平均より大きいトークンに色がつきます。",
        "en": "What the 2019 article called a weight: the largest component of the attention "
        "layer's output vector. It is no weight and has no unit. Tokens above the mean are coloured.",
    },
    "softmax_max": {
        "ja": "最大値のソフトマックス(重みではありません)",
        "en": "Softmax of the maximum (not a weight)",
    },
    "help_softmax_max": {
        "ja": "2020 年の変形です。注目の層が出したベクトルの、絶対値が最大の成分をソフトマックスにかけ、"
        "最小の値を引きます。符号も単位もなく、重みではありません。",
        "en": "The 2020 variant: softmax of the largest absolute component of the attention "
        "layer's output, minus the smallest. Unsigned, without a unit, and no weight.",
    },
    "gradient_x_input": {"ja": "勾配 × 入力", "en": "Gradient × input"},
    "help_gradient_x_input": {
        "ja": "トークンのベクトルを少し動かしたときの確率の変わり方に、そのベクトルを掛けた値です。符号があり、"
        "単位は確率です(Shrikumar ほか 2016)。",
        "en": "How the probability changes with the token's vector, times that vector. Signed, in "
        "units of probability (Shrikumar et al. 2016).",
    },
    "integrated_gradients": {"ja": "積分勾配(余白から)", "en": "Integrated gradients (padding)"},
    "help_integrated_gradients": {
        "ja": "全トークンが余白の状態から今の文まで、勾配を足し合わせた値です。符号があり、単位は確率で、"
        "合計は確率の差になります(Sundararajan ほか 2017)。",
        "en": "The gradients added up on the way from all padding to this text. Signed, in units "
        "of probability; they add up to the difference (Sundararajan et al. 2017).",
    },
    "integrated_gradients_unk": {
        "ja": "積分勾配(〈unk〉から)",
        "en": "Integrated gradients (<unk>)",
    },
    "help_integrated_gradients_unk": {
        "ja": "全トークンが〈unk〉(未知)の状態から始める積分勾配です。符号があり、単位は確率です"
        "(Sundararajan ほか 2017)。",
        "en": "Integrated gradients that begin with every token unknown (<unk>). Signed, in units "
        "of probability (Sundararajan et al. 2017).",
    },
    "integrated_gradients_mean": {
        "ja": "積分勾配(平均から)",
        "en": "Integrated gradients (mean)",
    },
    "help_integrated_gradients_mean": {
        "ja": "全トークンが語彙の平均のベクトルの状態から始める積分勾配です。符号があり、単位は確率です"
        "(Sundararajan ほか 2017)。",
        "en": "Integrated gradients that begin at the mean vector of the vocabulary. Signed, in "
        "units of probability (Sundararajan et al. 2017).",
    },
    "leave_one_out": {"ja": "1 つ抜き(削除)", "en": "Leave one out (delete)"},
    "help_leave_one_out": {
        "ja": "そのトークンを削除すると、確率がどれだけ下がるかです。符号があり、単位は確率です(Li ほか 2016)。",
        "en": "How much the probability falls when the token is deleted. Signed, in units of "
        "probability (Li et al. 2016).",
    },
    "leave_one_out_unk": {"ja": "1 つ抜き(〈unk〉)", "en": "Leave one out (<unk>)"},
    "help_leave_one_out_unk": {
        "ja": "そのトークンを〈unk〉(未知)に変えると、確率がどれだけ下がるかです。符号があり、単位は確率です"
        "(Li ほか 2016)。",
        "en": "How much the probability falls when the token becomes unknown (<unk>). Signed, in "
        "units of probability (Li et al. 2016).",
    },
    "leave_one_out_blank": {"ja": "1 つ抜き(空白)", "en": "Leave one out (blank)"},
    "help_leave_one_out_blank": {
        "ja": "そのトークンを空白に変えると、確率がどれだけ下がるかです。符号があり、単位は確率です"
        "(Li ほか 2016)。",
        "en": "How much the probability falls when the token becomes a blank. Signed, in units of "
        "probability (Li et al. 2016).",
    },
    "lime": {"ja": "LIME", "en": "LIME"},
    "help_lime": {
        "ja": "トークンをでたらめに抜いた 500 通りの文への答えに当てはめた、線形モデルの係数です。符号があり、"
        "単位は確率です(Ribeiro ほか 2016)。",
        "en": "The coefficients of a linear model fitted to the answers to 500 variants of the "
        "text with random tokens gone. Signed, in units of probability (Ribeiro et al. 2016).",
    },
    "shapley": {"ja": "シャープレイ値", "en": "Shapley values"},
    "help_shapley": {
        "ja": "トークンをいろいろな順に足していったときに、そのトークンが確率を変えた量の平均です。符号があり、"
        "単位は確率で、合計は確率の差になります(Castro ほか 2009、Mitchell ほか 2022)。",
        "en": "What a token adds to the probability, on average over orders in which the tokens "
        "come. Signed, in units of probability; they add up to the difference (Castro et al. 2009; "
        "Mitchell et al. 2022).",
    },
    "random": {"ja": "ランダム(対照)", "en": "Random (control)"},
    "help_random": {
        "ja": "モデルを見ずに引いた 0 から 1 の乱数です。符号も意味もありません。ほかの見方がこれより良いかを"
        "比べるためのものです(DeYoung ほか 2020)。",
        "en": "Random numbers from 0 to 1 that know nothing of the model. Unsigned, without a "
        "meaning: other views should do better (DeYoung et al. 2020).",
    },
    "target": {"ja": "説明する分類", "en": "Category explained"},
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
    "nearly_uniform": {
        "ja": "ほぼ一様です(最大と最小の比が 1.05 未満)。どのトークンも強調しません。",
        "en": "Nearly uniform (largest and smallest differ by less than 5 %): nothing is "
        "highlighted.",
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
    "padding_block": {"ja": "余白 {share} %", "en": "Padding {share} %"},
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
    "chips": {"ja": "見た目 → モデルが見たもの", "en": "As written → as the model saw it"},
    "chips_unknown": {"ja": "〈unk〉", "en": "<unk>"},
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
    "tokens_label": {"ja": "トークンごとの値", "en": "Values per token"},
    "table": {"ja": "トークンごとの表", "en": "Table per token"},
    "table_help": {
        "ja": "weight: 上で選んだ見方の値。rank: 大きい順の順位。normalized: 平均を引き、0 未満を 0 に"
        "した値。attention: 平均より大きいか。2019 年の記事と同じ列です。",
        "en": "weight: the value of the chosen view. rank: 1 is the largest. normalized: minus the "
        "mean, nothing below 0. attention: whether it is above the mean. The columns of the 2019 "
        "article.",
    },
    "download_csv": {"ja": "CSV をダウンロード", "en": "Download CSV"},
    "about": {"ja": "これは何?", "en": "What is this?"},
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
    "protocols_intro": {
        "ja": "同じつくり方のモデルを 10 回つくり直して、学習に使っていない文で測った正答率です(今日の"
        "話題だけは、このモデルそのものに聞いています)。かっこの中は 95 % 区間です。",
        "en": "Accuracy of this recipe, trained anew ten times and asked about what it had not "
        "learnt (topics of today: this very model). In brackets: the 95 % interval.",
    },
    "protocol": {"ja": "測り方", "en": "Protocol"},
    "accuracy_interval": {"ja": "正答率(95 % 区間)", "en": "Accuracy (95 % interval)"},
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
    "about_calibration": {
        "ja": "確率の較正: モデルの出力を {temperature} で割っています(温度スケーリング)。テスト用の文での、"
        "確率と正答率のずれ(ECE)は、調整前 {before}、較正後 {after} です。",
        "en": "Calibration: the logits are divided by {temperature} (temperature scaling). On the "
        "test sentences, probability and accuracy differ (ECE) by {before} before and {after} "
        "after.",
    },
    "about_uncalibrated": {
        "ja": "このモデルの確率は較正していません。調整に使える文を残さずに学習したためです。",
        "en": "The probabilities of this model are not calibrated: its recipe leaves no sentences "
        "to fit them on.",
    },
    "about_sources": {
        "ja": "データ: KNB コーパス(京都大学・NTT ブログコーパス)。手法: SeqSelfAttention "
        "(keras-self-attention)。注目は説明になるか: Jain & Wallace 2019、Serrano & Smith 2019、"
        "Wiegreffe & Pinter 2019。",
        "en": "Data: KNB corpus (Kyoto University and NTT Blog corpus). Layer: SeqSelfAttention "
        "(keras-self-attention). Is attention an explanation? Jain & Wallace 2019; Serrano & Smith "
        "2019; Wiegreffe & Pinter 2019.",
    },
    "matrix_heading": {
        "ja": "行列: どのトークンがどのトークンを見たか",
        "en": "Matrix: which token looks at which",
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
    "matrix_padding": {"ja": "余白 {count}", "en": "padding {count}"},
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
    "matrix_row": {"ja": "見る側のトークン(行)", "en": "The token that looks (row)"},
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
    "padding_model_article": {"ja": "記事のモデル(article)", "en": "The article's model (article)"},
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
    "compare_title": {"ja": "比較", "en": "Compare"},
    "compare_purpose": {
        "ja": "2 つの文、または 1 つの文を見る 2 つのモデルを並べて、予測と見たところの違いを表示します。",
        "en": "Set two texts, or two models reading one text, side by side: what differs in the "
        "prediction and in what was looked at?",
    },
    "compare_mode": {"ja": "くらべるもの", "en": "What to compare"},
    "compare_mode_texts": {"ja": "2 つの文", "en": "Two texts"},
    "compare_mode_models": {"ja": "2 つのモデル", "en": "Two models"},
    "compare_text": {"ja": "文 {side}", "en": "Text {side}"},
    "compare_button": {"ja": "くらべる", "en": "Compare"},
    "compare_other": {"ja": "モデル B", "en": "Model B"},
    "compare_other_help": {
        "ja": "モデル A は、左のメニューで選んだモデルです。",
        "en": "Model A is the one chosen in the menu on the left.",
    },
    "compare_one_model": {
        "ja": "models フォルダにモデルが 1 つしかないので、くらべられません。あるモデル: {name}",
        "en": "There is only one model in the folder “models”, so there is nothing to compare it "
        "with. It is: {name}",
    },
    "compare_model": {"ja": "モデル {side}: {name}", "en": "Model {side}: {name}"},
    "compare_same_label": {
        "ja": "どちらの予測も「{label}」です。その確率の差(B − A)は {change} です。",
        "en": "Both predict “{label}”; its probability differs (B − A) by {change}.",
    },
    "compare_other_label": {
        "ja": "予測が違います。A は「{left}」、B は「{right}」です。",
        "en": "The predictions differ: A says “{left}”, B says “{right}”.",
    },
    "compare_some_labels": {
        "ja": "2 つのモデルは分類が違うので、共通の分類だけをくらべます。A だけ: {left}。B だけ: {right}。",
        "en": "The models have different categories; only the common ones are compared. "
        "Only A: {left}. Only B: {right}.",
    },
    "compare_no_labels": {
        "ja": "2 つのモデルに共通の分類がないので、くらべられません。A: {left}。B: {right}。",
        "en": "The two models have no category in common, so nothing can be compared. "
        "A: {left}. B: {right}.",
    },
    "compare_none": {"ja": "なし", "en": "none"},
    "compare_probabilities": {"ja": "確率の差(B − A)", "en": "Difference in probability (B − A)"},
    "compare_probabilities_help": {
        "ja": "青い棒が A、灰色の棒が B です。右端の数は差(B − A)です。",
        "en": "Blue bars are A, grey bars are B. At the right: the difference (B − A).",
    },
    "compare_calibration": {
        "ja": "{calibrated} の確率は較正後の値、{raw} の確率は較正していない値です。差にはその違いも含まれます。",
        "en": "The probabilities of {calibrated} are calibrated, those of {raw} are not: the "
        "difference contains that, too.",
    },
    "compare_chart_alt": {
        "ja": "A と B の確率の棒グラフ: {bars}",
        "en": "Bar chart of the probabilities of A and B: {bars}",
    },
    "compare_bar": {
        "ja": "{label} A {left} B {right} 差 {change}",
        "en": "{label} A {left} B {right} difference {change}",
    },
    "compare_difference": {"ja": "差(B − A)", "en": "Difference (B − A)"},
    "compare_target_predicted": {"ja": "A の予測({label})", "en": "A's prediction ({label})"},
    "compare_target_blind": {
        "ja": "この見方は分類によって変わらないので、「説明する分類」は選べません。",
        "en": "This view is the same for every category: there is none to choose.",
    },
    "compare_scale": {
        "ja": "色の濃さは A と B で別々です。どちらも、いちばん大きい値を最も濃くしています。値の大きさは下の表で"
        "くらべてください。",
        "en": "A and B are coloured separately, each strongest at its own largest value. Compare "
        "the sizes in the table below.",
    },
    "compare_no_unit": {
        "ja": "この見方の値には単位がないので、差の大きさに決まった意味はありません。",
        "en": "The values of this view have no unit: the size of a difference means nothing fixed.",
    },
    "compare_table": {"ja": "トークンごとの差", "en": "Difference per token"},
    "compare_table_help": {
        "ja": "同じ文なら、同じ文字にあたるトークンを並べ、いくつかあれば値をたします。2 つの文なら、同じトークンが"
        "同じ順に出てくるところを並べます。– は、トークンがないか、窓に入らずモデルが見なかったところです。",
        "en": "For one text, tokens of the same characters stand side by side; several are added "
        "up. For two texts, equal tokens in the same order do. “–”: no token there, or cut off "
        "and never seen by the model.",
    },
    "compare_largest": {
        "ja": "両方にあるトークンで差がいちばん大きいのは「{token}」です(A {left}、B {right}、差 {change})。",
        "en": "Of the tokens in both, “{token}” differs most (A {left}, B {right}, difference "
        "{change}).",
    },
    "compare_nothing_shared": {
        "ja": "両方にあるトークンはありません。",
        "en": "No token stands in both.",
    },
    "compare_token_of": {"ja": "{side} のトークン", "en": "Token of {side}"},
    "compare_value_of": {"ja": "{side} の値", "en": "Value of {side}"},
    "compare_where": {"ja": "どちらに", "en": "Where"},
    "compare_where_both": {"ja": "両方", "en": "both"},
    "compare_where_only_left": {"ja": "A だけ", "en": "only A"},
    "compare_where_only_right": {"ja": "B だけ", "en": "only B"},
    "compare_where_unseen_left": {"ja": "A は見ていない", "en": "not seen by A"},
    "compare_where_unseen_right": {"ja": "B は見ていない", "en": "not seen by B"},
    "compare_about": {
        "ja": "同じ文でも、モデルがちがえば予測も見るところも変わります。1 語だけ変えた 2 つの文をくらべると、その"
        "語に予測がどれだけ左右されるかがわかります。差はいつも B から A を引いた値です。注目度の合計は 1 なので、長い"
        "文ほど 1 トークンの値は小さくなります。差が大きいことは、それが予測の変わった理由であることを意味しません。",
        "en": "Two models may predict differently, and look elsewhere, for the same text. Two "
        "texts that differ in one word show how much the prediction hangs on it. Differences are "
        "always B minus A. Attention adds up to 1, so each token of a longer text has less of it. "
        "A large difference is not necessarily why the prediction changed.",
    },
    "compare_sources": {
        "ja": "文どうしの対応づけ: Ratcliff & Obershelp 1988(Python の difflib)。",
        "en": "Alignment of two texts: Ratcliff & Obershelp 1988 (Python's difflib).",
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
    "check_title": {"ja": "検査", "en": "Check"},
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
        "ja": "表のファイル(CSV、TSV、Excel、JSON Lines、Parquet)",
        "en": "A table (CSV, TSV, Excel, JSON Lines, Parquet)",
    },
    "check_upload_help": {
        "ja": "1 行に 1 つの文がある表を選んでください({size} まで)。文字コードは UTF-8、CP932(Shift_JIS)、EUC-JP を"
        "自動で見分けます。ファイルはこのアプリが動いているコンピューターの外に出ず、保存もしません。もっと大きなファイルには、"
        "python -m core batch を使ってください。",
        "en": "A table with one text per row, up to {size}; UTF-8, CP932 (Shift_JIS) and EUC-JP "
        "are told apart. The file stays on the computer on which this app runs and is not stored. "
        "For larger files there is: python -m core batch.",
    },
    "check_upload_first": {
        "ja": "文の表を選ぶと、ここに結果が出ます。文の列だけでも予測でき、正解の列があれば当たり外れも調べます。",
        "en": "Choose a table and the results stand here. A column of texts is enough; with a "
        "column of true categories the answers are judged, too.",
    },
    "check_reading": {"ja": "ファイルを読んでいます…", "en": "Reading the file…"},
    "check_upload_is": {
        "ja": "{name}: {count} 行。モデルが学習した文が混ざっていると、正答率は高く出ます。",
        "en": "{name}: {count} rows. Texts that the model has learnt would make it look too good.",
    },
    "check_column_text": {"ja": "文の列", "en": "Column of texts"},
    "check_column_label": {"ja": "正解の列", "en": "Column of true categories"},
    "check_column_group": {"ja": "記事の列", "en": "Column of articles"},
    "check_no_column": {"ja": "なし", "en": "none"},
    "check_starting": {"ja": "予測を始めています…", "en": "Starting…"},
    "check_progress": {"ja": "{done} / {total} 行", "en": "Row {done} / {total}"},
    "check_stop": {"ja": "中止", "en": "Stop"},
    "check_stopped": {
        "ja": "中止しました。途中までの結果は残していません。",
        "en": "Stopped; nothing half done was kept.",
    },
    "check_again": {"ja": "もう一度", "en": "Again"},
    "check_strangers": {
        "ja": "このモデルにない分類が {kinds} 種類、{count} 行あります({names}など)。この行は当たり外れに数えません。",
        "en": "{count} rows have one of {kinds} categories that this model does not have ({names} "
        "…); they are not judged.",
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
        "(記事ごとのブートストラップ)。記事の列がなければ、1 行を 1 つの記事と見なします。",
        "en": "The share of rows predicted right. The interval says how far the value would move "
        "with other articles (bootstrap over articles; without a column of articles every row is "
        "one).",
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
        "ja": "出典: 区間は Efron & Tibshirani 1993(ブートストラップ)、2 つの正答率の差は McNemar 1947 と Dietterich "
        "1998、較正は Guo ほか 2017 と Brier 1950、対象外の比較相手は Hendrycks & Gimpel 2017、ふるまいテストは "
        "Ribeiro ほか 2020(CheckList)、近道は Geirhos ほか 2020。",
        "en": "Sources: intervals, Efron & Tibshirani 1993 (bootstrap); differences of accuracies, "
        "McNemar 1947 and Dietterich 1998; calibration, Guo et al. 2017 and Brier 1950; the "
        "baseline for out of scope, Hendrycks & Gimpel 2017; behaviour tests, Ribeiro et al. 2020 "
        "(CheckList); shortcuts, Geirhos et al. 2020.",
    },
    "check_back": {"ja": "← 検査に戻る", "en": "← Back to the check"},
    "check_rows": {"ja": "{count} 行", "en": "{count} rows"},
    "check_open": {"ja": "{number} を開く", "en": "Open {number}"},
    "check_true": {"ja": "正解 {label}", "en": "true: {label}"},
    "check_predicted": {"ja": "予測 {label} {value}", "en": "predicted: {label} {value}"},
    "check_maybe_out": {"ja": "対象外かもしれません", "en": "may be out of scope"},
    "check_cut": {"ja": "切り捨て {count} トークン", "en": "{count} tokens cut off"},
    "check_missing": {
        "ja": "このモデルではまだ測っていません。次のコマンドで測ると、ここに出ます: `{command}`",
        "en": "Not measured for this model yet. This command measures it, to be shown here: "
        "`{command}`",
    },
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
        "ja": "見方ごとに、学習したモデルと未学習に戻したモデルの順位相関を点で示した図。{told}",
        "en": "Dot chart per view: rank correlation of the trained and the randomised model. "
        "{told}",
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
    "twin_building": {"ja": "未学習の双子に見せています…", "en": "Asking the untrained twin…"},
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
        "ja": "注目のしかたごとの正答率と 95 % 区間の図: {accuracies}。{told}",
        "en": "Accuracy and 95 % interval per kind of attention: {accuracies}. {told}",
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
    "metrics_no_labels": {
        "ja": "この表には正解の列がないので、当たり外れは測れません。",
        "en": "This table has no column with the true labels: right and wrong cannot be told.",
    },
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
    "significance_help": {
        "ja": "同じ文どうし、または同じ記事どうしで比べています。95 % 区間は、記事を入れ替えて 2,000 回計算し直したときの差の"
        "幅です。p は、本当は差がなくても、これ以上かたよる割合です(同じ文どうしはマクネマー検定、記事どうしは符号検定)。区間が 0 を"
        "含むか、p が 0.05 以上なら、誤差の範囲としています。",
        "en": "Compared on the same sentences, or on the same articles. The 95 % interval is how "
        "far the difference goes when articles are drawn anew 2,000 times. p is how often chance "
        "alone would be this one-sided (same sentences: McNemar's test; articles: sign test). "
        "Within the noise: the interval contains 0, or p is at least 0.05.",
    },
    "slices_heading": {"ja": "どんな文でまちがえやすいか", "en": "Where the model is worse"},
    "slices_help": {
        "ja": "正解のある行を、長さなどで分けて、それぞれの正答率を出します。横の線は 95 % 区間です(記事の名前があれば、記事ごとに"
        "入れ替えて 2,000 回計算し直したときの幅。1 つの記事の中では、行を入れ替えます)。",
        "en": "The rows that have a true label, cut by length and so on, each part with its "
        "accuracy. The bars are 95 % intervals: whole articles, where they are named, are drawn "
        "anew 2,000 times; within one article, its rows.",
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
    "slices_name_length": {"ja": "{low}〜{high} トークン", "en": "{low}–{high} tokens"},
    "slices_name_longest": {"ja": "{low} トークン以上", "en": "{low} tokens or more"},
    "slices_name_unknown_yes": {"ja": "知らないトークンあり", "en": "With unknown tokens"},
    "slices_name_unknown_no": {"ja": "知らないトークンなし", "en": "No unknown tokens"},
    "slices_name_tag_yes": {"ja": "話題タグあり", "en": "With a topic tag"},
    "slices_name_tag_no": {"ja": "話題タグなし", "en": "No topic tag"},
    "slices_name_confidence": {"ja": "確率 {low}〜{high}", "en": "Probability {low}–{high}"},
    "slices_name_article": {"ja": "記事 {name}", "en": "Article {name}"},
    "slices_counted": {"ja": "{name}({count} 行)", "en": "{name} ({count} rows)"},
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
        "ja": "図に出せる値が保存されていません。次のコマンドで測ると、ここに出ます: `{command}`",
        "en": "Nothing is stored that could be drawn. This command measures it, to be shown here: "
        "`{command}`",
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
    "protocols_random": {"ja": "文ごとに分ける", "en": "Split by sentence"},
    "protocols_grouped": {"ja": "記事ごとに分ける", "en": "Split by article"},
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
        "ja": "**{first} − {second}**: {told}",
        "en": "**{first} − {second}**: {told}",
    },
    "protocols_tags_pair": {
        "ja": "{protocol}、話題タグ{tags}",
        "en": "{protocol}, topic tags {tags}",
    },
    "protocols_unpaired": {
        "ja": "保存された値には記事ごとの数がないので、差が誤差の範囲かどうかはわかりません。次のコマンドで測り直せます: `{command}`",
        "en": "The stored figures lack those per article, so whether the difference is within the "
        "noise cannot be told. This command measures them anew: `{command}`",
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
    "report_interval": {"ja": "{value}({low}–{high})", "en": "{value} ({low}–{high})"},
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
    "report_counts": {"ja": "行の数", "en": "Rows"},
    "report_rows": {
        "ja": "{count} 行。予測できない行 {failed}、正解と比べた行 {judged}、正解がこのモデルにない分類の行 "
        "{strangers}、話題タグの付いた行 {tagged}。",
        "en": "{count}; not predicted {failed}, compared with a true label {judged}, with a true "
        "label that this model does not have {strangers}, with a topic tag {tagged}.",
    },
    "report_intervals_articles": {
        "ja": "この報告の「値(低–高)」は、どれも値と 95 % 区間です(別に断らないかぎり、記事ごとに 2,000 回引き直したブートストラップ)。",
        "en": "Wherever a figure is written “value (low–high)”, these are the ends of its 95 % "
        "interval (bootstrap of 2,000 draws over whole articles unless something else is said).",
    },
    "report_intervals_rows": {
        "ja": "この報告の「値(低–高)」は、どれも値と 95 % 区間です(別に断らないかぎり、2,000 回引き直したブートストラップ)。"
        "記事の列がないので、1 行を 1 つの記事と見なしています。同じ記事の文があれば、区間は実際より狭く出ます。",
        "en": "Wherever a figure is written “value (low–high)”, these are the ends of its 95 % "
        "interval (bootstrap of 2,000 draws unless something else is said). There is no column of "
        "articles, so every row is one: where several come from one text, they are too narrow.",
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
        "ja": "正答率の低い記事 {shown}(10 行以上ある {count} 記事のうち)。区間は記事の中の行を引き直したものです。",
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
        "ja": "種類ごとの合格({count} 件。方向の、動く余地のない件は数えません)と、合格率の 95 % 区間(ウィルソン)。",
        "en": "Passed per kind ({count} cases; those of direction without room to move are not "
        "counted) and the 95 % interval of the share (Wilson).",
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
        "ja": "**{first}** − **{second}**: {told}",
        "en": "**{first}** − **{second}**: {told}",
    },
    "report_mistakes": {"ja": "いちばん自信のある誤り", "en": "The surest mistakes"},
    "report_no_mistakes": {"ja": "外れた行はありません。", "en": "No row is predicted wrong."},
    "report_mistakes_caption": {
        "ja": "外れた {count} 行のうち、予測した分類の確率(較正後)が高い {shown} 行。",
        "en": "{shown} of the {count} wrong rows, those with the highest (calibrated) probability.",
    },
    "report_sources": {"ja": "出典", "en": "Sources"},
    "report_sources_body": {
        "ja": "区間: Efron のブートストラップ。2 つのモデルの差: McNemar 1947。較正: Guo ほか 2017。"
        "Brier 1950。ふるまいテスト: Ribeiro ほか 2020(CheckList)。KNB コーパス: 橋本ほか 2009。"
        "この報告は、数字が何行で、どう測られたかをいっしょに書いています。少ない行の数字は、偶然で大きく動きます。",
        "en": "Intervals: Efron's bootstrap. Difference of two models: McNemar 1947. Calibration: "
        "Guo et al. 2017. Brier 1950. Behaviour tests: Ribeiro et al. 2020 (CheckList). KNB "
        "corpus: Hashimoto et al. 2009. Every figure says of how many rows it is and how it was "
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
    "scope_maybe_out": {"ja": "**対象外かもしれません。**", "en": "**May be out of scope.**"},
    "scope_maybe_out_help": {
        "ja": "モデルが学んだ文とは、ことばづかいや話題がちがうようです(遠さ {score}、しきい値 {threshold} より上)。"
        "予測はモデルが出したままです。当てにならないかもしれません。",
        "en": "The text seems unlike what the model learnt from (distance {score}, above the "
        "threshold {threshold}). The prediction is the model's own; it may mean nothing.",
    },
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
    # Presentation mode, the menu
    # Lesson: frame, pieces, padding
    "lesson_title": {"ja": "授業", "en": "Lesson"},
    "lesson_text": {"ja": "授業の文", "en": "The lesson's sentence"},
    "lesson_change_text": {"ja": "文を変える", "en": "Change the text"},
    "lesson_step": {"ja": "{number}/{total}　{title}", "en": "{number}/{total}  {title}"},
    "lesson_steps": {"ja": "授業のステップ", "en": "Steps of the lesson"},
    "lesson_question": {"ja": "問い {number}/{total}", "en": "question {number}/{total}"},
    "lesson_back": {"ja": "← 前へ", "en": "← Back"},
    "lesson_forward": {"ja": "次へ →", "en": "Next →"},
    "lesson_reveal": {"ja": "答えを見る", "en": "Show the answer"},
    "lesson_revealed": {"ja": "答えを表示しました。", "en": "The answer is shown."},
    "lesson_next_question": {"ja": "次の問いへ", "en": "Next question"},
    "lesson_next_step": {"ja": "次のステップへ", "en": "Next step"},
    "lesson_notes": {"ja": "先生のメモ", "en": "Teacher's notes"},
    "lesson_keys": {
        "ja": "キー: ← → でステップ、Enter で答えと次の問い、N でこのメモ。",
        "en": "Keys: ← → steps, Enter the answer and the next question, N these notes.",
    },
    "lesson_pieces_title": {"ja": "文を切る", "en": "Cutting the text"},
    "lesson_pieces_label": {"ja": "トークン", "en": "Tokens"},
    "lesson_pieces_cuts_ask": {
        "ja": "モデルは、この文をどこで切って読むでしょう。",
        "en": "Where does the model cut this sentence?",
    },
    "lesson_pieces_cuts_answer": {
        "ja": "{characters} 文字が {tokens} 個の**トークン**になりました。モデルは、この単位で読みます。",
        "en": "{characters} characters became {tokens} **tokens**, the units in which the model reads.",
    },
    "lesson_pieces_changes_ask": {
        "ja": "モデルは、書いてあるとおりに読んだでしょうか。",
        "en": "Did the model read exactly what is written?",
    },
    "lesson_pieces_example": {"ja": "㍿のﾗｰﾒﾝは①杯９００円🤣", "en": "㍿のﾗｰﾒﾝは①杯９００円🤣"},
    "lesson_pieces_example_label": {
        "ja": "くらべるための例文(このアプリのものです)",
        "en": "Another sentence to compare, made up by this app",
    },
    "lesson_pieces_unchanged": {
        "ja": "この文は、書いてあるとおりに読みました。",
        "en": "This sentence was read as it is written.",
    },
    "lesson_pieces_unknown": {"ja": "〈unk〉", "en": "〈unk〉"},
    "lesson_pieces_changes_answer": {
        "ja": "字の形をそろえてから切ります(**NFKC**)。語彙にない字は、どれも同じ〈unk〉になります。",
        "en": "Before cutting, characters are made alike (**NFKC**). All that the vocabulary lacks "
        "become the same 〈unk〉.",
    },
    "lesson_pieces_notes": {
        "ja": "切り方を決めるのは辞書ではなく、学習した文の統計です(SentencePiece: Kudo & Richardson 2018)。"
        "だから、単語や文節の切れ目と同じとは限りません。字の形は、切る前に Unicode の NFKC でそろえます。",
        "en": "The cuts come from the statistics of the texts it was trained on, not from a "
        "dictionary (SentencePiece: Kudo & Richardson 2018), so they need not be words. Characters "
        "are made alike by Unicode's NFKC before the cutting.",
    },
    "lesson_padding_title": {"ja": "番号と余白", "en": "Numbers and padding"},
    "lesson_padding_ids_ask": {
        "ja": "モデルは数しか計算できません。トークンをどう数にするでしょう。",
        "en": "A model can only compute with numbers. How does a token become one?",
    },
    "lesson_padding_ids_answer": {
        "ja": "語彙の {size} 個のトークンには、0 から {last} まで**番号**がついています。番号の大小に意味はありません。",
        "en": "The {size} tokens of the vocabulary are **numbered** from 0 to {last}. A larger "
        "number means nothing.",
    },
    "lesson_padding_window_ask": {
        "ja": "あまった席は、左右どちらに、いくつできるでしょう。",
        "en": "On which side are the places left over, and how many?",
    },
    "lesson_padding_window_counts": {
        "ja": "**{name}** の窓は {places} 席、文は {tokens} トークンです。",
        "en": "The window of **{name}** has {places} places; the sentence has {tokens} tokens.",
    },
    "lesson_padding_window_filled": {
        "ja": "**{name}**: {places} 席 = **余白 {padding}** + トークン {tokens}",
        "en": "**{name}**: {places} places = **{padding} padding** + {tokens} tokens",
    },
    "lesson_padding_cut": {
        "ja": "(うしろの {count} トークンは入らず、切り捨て)",
        "en": " (the last {count} tokens do not fit and are cut off)",
    },
    "lesson_padding_range": {"ja": "余白: 席 {first}〜{last}", "en": "padding: {first} to {last}"},
    "lesson_padding_tokens_range": {
        "ja": "トークン: 席 {first}〜{last}",
        "en": "tokens: {first} to {last}",
    },
    "lesson_padding_window_answer": {
        "ja": "窓の長さはいつも同じです。文は右につめ、あまった左の席を**余白**(番号 0)でうめます。",
        "en": "A window is always equally long. The text stands at the right; **padding** (number "
        "0) fills the places at the left.",
    },
    "lesson_padding_no_article": {
        "ja": "models/article フォルダがないので、記事のモデルの窓は並べられません。",
        "en": "The folder models/article is missing, so the article's window cannot be shown.",
    },
    "lesson_padding_shift_ask": {
        "ja": "色のついた席にあるのは、何番目のトークンでしょう。",
        "en": "Which token stands at the coloured place?",
    },
    "lesson_padding_shift_facts": {
        "ja": "モデルは席ごとに値を出します。{places} 席のうち、左の {padding} 席は余白です。"
        "色のついた席は **{place} 番目**です。",
        "en": "The model gives one value per place. Of {places} places, the {padding} at the left "
        "are padding. The coloured one is **place {place}**.",
    },
    "lesson_padding_shift_answer": {
        "ja": "{place} - {padding} = **{token} 番目**のトークン「{piece}」です。",
        "en": "{place} - {padding} = **token {token}**, “{piece}”.",
    },
    "lesson_padding_shift_places": {
        "ja": "席の番号、トークンの番号、トークン",
        "en": "Number of the place, number of the token, the token",
    },
    "lesson_padding_shift_lines": {
        "ja": "上から、席の番号、**トークンの番号**、トークン。ずらし忘れると、余白の値を文に塗ってしまいます。",
        "en": "From the top: place, **token number**, token. Unshifted, padding would colour the "
        "text.",
    },
    "lesson_padding_word": {"ja": "余白", "en": "padding"},
    "lesson_padding_notes": {
        "ja": "2019 年の記事は 66 席の窓を使い、左を余白でうめました。記事が使った keras-self-attention は、"
        "見る側と見られる側の両方が余白のときしか隠さないので、本物のトークンの注目が余白へもれます"
        "(issue 41、直されないまま閉じられました)。default は余白を注目の計算から外しています。ステップ 4 でくらべます。",
        "en": "The 2019 article pads a window of 66 places at the left. Its keras-self-attention "
        "masks only where query and key are both padding, so real tokens attend to padding (issue "
        "41, closed unfixed). “default” keeps padding out of the attention; step 4 compares them.",
    },
    # Lesson: embeddings; the page モデル
    "model_page_title": {"ja": "モデル", "en": "Model"},
    "model_page_purpose": {
        "ja": "モデルが何から学び、どう作られ、何ができないかを見るページです。",
        "en": "What a model learnt from, how it is built, and what it cannot do.",
    },
    "model_page_about": {
        "ja": "左のメニューで選んだモデルのフォルダ(models/…)を、そのまま開いて見せます。パラメータの数、近さ、チェックサムは、"
        "開くたびにモデルのファイルから計算します。学習曲線と正答率は、学習したときに保存した値です。記事の値は、"
        "記事に書かれた値です。",
        "en": "This page opens the folder (models/…) of the model that the menu names. Parameter "
        "counts, cosines and checksums are computed from its files each time; curves and accuracy "
        "were stored by the training; the article's counts are those it printed.",
    },
    "model_page_sources": {
        "ja": "モデルカード: Mitchell ほか 2019(arXiv:1810.03993)。単語ベクトル: Mikolov ほか 2013"
        "(arXiv:1301.3781)。トークンの切り方: Kudo 2018(arXiv:1804.10959)、SentencePiece。",
        "en": "Model cards: Mitchell et al. 2019 (arXiv:1810.03993). Word vectors: Mikolov et al. "
        "2013 (arXiv:1301.3781). Pieces: Kudo 2018 (arXiv:1804.10959), SentencePiece.",
    },
    "model_section_card": {"ja": "カード", "en": "Card"},
    "model_section_graph": {"ja": "層とパラメータ", "en": "Layers"},
    "model_section_curves": {"ja": "学習曲線", "en": "Training"},
    "model_section_vocabulary": {"ja": "語彙", "en": "Vocabulary"},
    "model_section_sources": {"ja": "データとライセンス", "en": "Data and licences"},
    "model_section_versions": {"ja": "バージョンと確認", "en": "Versions and checks"},
    "part_train": {"ja": "学習用の文", "en": "training part"},
    "part_validation": {"ja": "検証用の文", "en": "validation part"},
    "part_test": {"ja": "テスト用の文", "en": "test part"},
    "model_card_is": {
        "ja": "**どんなモデルか**　{name} は、日本語の文を {labels} のどれかに分けます。1 つの文につき、はじめの "
        "{window} トークンまでを読みます。",
        "en": "**What it is**　{name} puts a Japanese sentence into one of: {labels}. It reads the "
        "first {window} tokens of a text.",
    },
    "model_card_learnt": {
        "ja": "**何から学んだか**　{source} の {count} 文({parts})です。どの回の重みを残すかは、{selected}で決めました。",
        "en": "**What it learnt from**　{count} sentences of {source} ({parts}). Which epoch's "
        "weights to keep was decided on the {selected}.",
    },
    "model_card_cannot": {
        "ja": "**できないこと**　でたらめな文にも、ほかの話題の文にも、必ずこの中のどれかを答えます。学んだ文にない新しいことばは"
        "苦手です。注目度は、情報がどこで混ざったかを示すもので、その分類になった理由ではありません。",
        "en": "**What it cannot do**　Nonsense and other topics get one of these categories, too. "
        "Words newer than its texts are hard for it. Attention says where information was mixed, "
        "not why the category was chosen.",
    },
    "model_card_note": {
        "ja": "下は、このモデルのフォルダにあるモデルカード MODEL_CARD.md(英語)です。",
        "en": "Below, the model card of this model's folder, MODEL_CARD.md.",
    },
    "model_table": {"ja": "ファイルの中の表", "en": "Table of the file"},
    "graph_published": {"ja": "2019 年の記事", "en": "The 2019 article"},
    "graph_legend": {
        "ja": "箱の 1 行目は出力の形(B は文の数、L はトークンの数)、2 行目はパラメータの数です。"
        "青い線は、パラメータ全体のうちの割合です。",
        "en": "First line of a box: the output shape (B texts, L tokens); second line: the number "
        "of parameters. The blue line is its share of all parameters.",
    },
    "graph_missing": {"ja": "なし", "en": "none"},
    "graph_total": {"ja": "パラメータの合計", "en": "Parameters in all"},
    "graph_takeaway": {
        "ja": "このモデルのパラメータの {share} % は、トークンのベクトル(Embedding)です。注目度を作る層は、とても小さな層です。",
        "en": "{share} % of this model's parameters are the vectors of the pieces (Embedding). The "
        "layer that makes the attention is a very small one.",
    },
    "graph_published_note": {
        "ja": "記事の数は、記事が公表した表の値です(語彙 196,253、ベクトルは 300 次元、合計 60,769,153)。models のモデルの数は、"
        "設定から計算していて、保存された重みの数と同じであることをテストで確かめています。default の SeqSelfAttention は、"
        "余白を見ないように変えたものです。",
        "en": "The article's counts are those of its own table (196,253 pieces, vectors of 300, "
        "60,769,153 in all). Those of the models are computed from their settings; a test holds "
        "them to the stored weights. The SeqSelfAttention of “default” is one changed so that it "
        "never looks at padding.",
    },
    "layer_token_ids": {
        "ja": "トークンの番号が並びます。",
        "en": "takes the numbers of the pieces.",
    },
    "layer_embedding": {
        "ja": "番号をベクトルに置きかえます。",
        "en": "puts a vector in the place of every number.",
    },
    "layer_dropout": {
        "ja": "学習のあいだだけ、ベクトルの一部を 0 にします。",
        "en": "sets a part of the vectors to 0, while training only.",
    },
    "layer_attention": {
        "ja": "どのトークンにも、ほかのトークンの情報を混ぜます。混ぜる重みから注目度を作ります。",
        "en": "mixes into every piece what the others hold; its weights are the attention.",
    },
    "layer_bidirectional": {
        "ja": "文を前からと後ろから読みます。",
        "en": "reads the text forwards and backwards.",
    },
    "layer_max_over_time": {
        "ja": "それぞれの数について、文の中の最大をとります。",
        "en": "keeps the largest value of every number over the text.",
    },
    "layer_state_dropout": {
        "ja": "学習のあいだだけ、数の一部を 0 にします。",
        "en": "sets a part of the numbers to 0, while training only.",
    },
    "layer_logits": {
        "ja": "分類ごとの点数を出し、確率にします。",
        "en": "scores every category and makes probabilities of the scores.",
    },
    "curves_kept": {
        "ja": "{part}の正答率でエポックを選び、{epochs} 回のうち **{kept} 回目**の重みを残しました(正答率 {accuracy})。",
        "en": "The epoch was chosen by the accuracy on the {part}: of {epochs}, the weights of "
        "**epoch {kept}** were kept (accuracy {accuracy}).",
    },
    "curves_accuracy": {"ja": "正答率", "en": "Accuracy"},
    "curves_loss": {"ja": "損失", "en": "Loss"},
    "curves_epoch": {"ja": "エポック", "en": "Epoch"},
    "curves_learnt": {"ja": "学習している文", "en": "sentences being learnt"},
    "curves_kept_mark": {"ja": "残した回", "en": "kept"},
    "curves_alt": {
        "ja": "{measure}の折れ線。{part}では、1 回目 {first}、残した {number} 回目 {kept}、最後 {last}。",
        "en": "{measure}, a line per part. On the {part}: {first} at first, {kept} at epoch {number}, "
        "which was kept, {last} at last.",
    },
    "curves_lowest": {
        "ja": "損失がいちばん小さいのは {lowest_epoch} 回目({lowest})で、残した {kept_epoch} 回目では {kept} です。",
        "en": "The loss is lowest at epoch {lowest_epoch} ({lowest}); at epoch {kept_epoch}, which "
        "was kept, it is {kept}.",
    },
    "curves_rise": {
        "ja": "損失はそのあと {lowest} から {last} まで上がり、正答率は {before} から {after} です。損失が上がるのは、まちがえた文にも"
        "自信をもって答えるようになるからです。",
        "en": "From there the loss rises from {lowest} to {last}, while the accuracy goes from "
        "{before} to {after}: a loss rises when the model grows surer of itself where it is wrong.",
    },
    "curves_note": {
        "ja": "「学習している文」の値は、重みが変わっていくあいだの平均です。ドロップアウトなど、学習のときだけの工夫も入っているので、"
        "選ぶために使った文の値とそのままくらべることはできません。",
        "en": "The figures of the sentences being learnt are means while the weights change, with "
        "dropout and whatever else belongs to training alone: they do not compare directly with "
        "those of the other part.",
    },
    "vocabulary_intro": {
        "ja": "このモデルが知っているトークンは {count} 個です。文はすべて、このどれかをつないだものとして読まれます。",
        "en": "This model knows {count} pieces. It reads any text as a chain of them.",
    },
    "vocabulary_search": {"ja": "トークンを探す", "en": "Search the pieces"},
    "vocabulary_first": {"ja": "うどん", "en": "うどん"},
    "vocabulary_none": {
        "ja": "「{query}」をふくむトークンはありません。もっと短く切って読まれます。",
        "en": "No piece holds “{query}”: it is read in shorter pieces.",
    },
    "vocabulary_found": {
        "ja": "{found} 個見つかりました({shown} 個を表示)。同じもの、それで始まるもの、途中にふくむもの、の順です。",
        "en": "{found} found ({shown} shown): the same, those that begin with it, those that hold it.",
    },
    "vocabulary_id": {"ja": "番号", "en": "Id"},
    "vocabulary_piece": {"ja": "トークン", "en": "Piece"},
    "vocabulary_score": {"ja": "対数確率", "en": "Log probability"},
    "vocabulary_score_help": {
        "ja": "対数確率は、トークンの切り方を学んだ文章に、そのトークンがどれだけ出やすいかです(自然対数。0 に近いほどよく出ます)。"
        "切り方は、この和がいちばん大きくなるように決まります。",
        "en": "Log probability: how common the piece is in the texts that the cutting was learnt "
        "from (natural logarithm; nearer 0 is more common). A text is cut so that their sum is "
        "largest.",
    },
    "vocabulary_chosen": {"ja": "近いトークンを見る", "en": "Neighbours of"},
    "vocabulary_nearest": {
        "ja": "「{piece}」に近いトークンとコサイン",
        "en": "Nearest to “{piece}”, with the cosine",
    },
    "vocabulary_cosine": {
        "ja": "コサインは、2 つのベクトルの向きの近さです。1 なら同じ向き、0 なら直角、−1 なら反対向きです。この空間で近いことは、意味が同じ"
        "ということではありません。似た文に出ることばや、分類に同じようにはたらくことばが近くなるので、反対の意味のことばも近くなります。",
        "en": "The cosine says how alike two vectors point: 1 the same way, 0 at right angles, −1 "
        "opposite ways. To be near in this space is not to mean the same: words of like sentences, "
        "and words that work alike for the categories, come near, opposites among them.",
    },
    "sources_sentences": {
        "ja": "**分類を学んだ文**　{source}: {counts}。学習した文の分類: {labels}。",
        "en": "**Sentences with a category**　{source}: {counts}. Categories of the learnt ones: "
        "{labels}.",
    },
    "sources_texts": {
        "ja": "**トークンとベクトルを学んだ文章**　{count} 個のファイルです。一覧とライセンスは、下の SOURCES.md にあります。",
        "en": "**Texts behind pieces and vectors**　{count} files; list and licences: SOURCES.md "
        "below.",
    },
    "sources_encoder": {
        "ja": "**事前学習**　分類より下の層は、分類のついていない {sentences} 文で先に学習してあります。",
        "en": "**Pretraining**　The layers below the classifier learnt before from {sentences} "
        "sentences without a category.",
    },
    "sources_own_licence": {
        "ja": "**このアプリ**　プログラムは MIT ライセンスです(LICENSE)。",
        "en": "**This app**　Its program is under the MIT License (LICENSE).",
    },
    "sources_file": {
        "ja": "{file}: 使った文章とライセンスの一覧(英語)",
        "en": "{file}: all texts and licences",
    },
    "sources_corpus_licence": {
        "ja": "KNB コーパスのライセンス(data/KNBC-LICENCE.txt)",
        "en": "Licence of the KNB corpus (data/KNBC-LICENCE.txt)",
    },
    "sources_font_licence": {
        "ja": "図の書き出しに使うフォント Noto Sans JP のライセンス(data/fonts/OFL.txt、英語)",
        "en": "Licence of Noto Sans JP, the font of exported drawings (data/fonts/OFL.txt)",
    },
    "versions_agree": {
        "ja": "{count} 個のファイルのチェックサムをいま計算し直しました。すべて記録と同じです。",
        "en": "The checksums of {count} files have just been computed anew: all are as recorded.",
    },
    "versions_differ": {
        "ja": "チェックサムが記録と違うファイルがあります: {files}",
        "en": "The checksums of these files are not as recorded: {files}",
    },
    "versions_identity": {
        "ja": "**このモデルの名札**　config.json の SHA-256 です。config.json は、ほかのすべてのファイルの SHA-256 を記録しています。",
        "en": "**This model's identity**　The SHA-256 of config.json, which holds that of every other "
        "file.",
    },
    "versions_file": {"ja": "ファイル", "en": "File"},
    "versions_recorded": {"ja": "記録された SHA-256", "en": "Recorded SHA-256"},
    "versions_now": {"ja": "いまの値", "en": "Computed now"},
    "versions_same": {"ja": "同じ", "en": "agrees"},
    "versions_other": {"ja": "違う:", "en": "differs:"},
    "versions_libraries": {
        "ja": "**ライブラリ**　学習したときのバージョンと、いまこのコンピュータにあるバージョンです。「–」は入っていないものです"
        "(予測に TensorFlow と Keras は使いません)。",
        "en": "**Libraries**　Versions at the training, and those on this computer now; “–” where "
        "there is none (predictions use neither TensorFlow nor Keras).",
    },
    "versions_library": {"ja": "ライブラリ", "en": "Library"},
    "versions_training": {"ja": "学習したとき", "en": "At the training"},
    "versions_here": {"ja": "いま", "en": "Here now"},
    "versions_command": {"ja": "**学習したコマンド**", "en": "**Trained by**"},
    "lesson_embeddings_title": {
        "ja": "トークンはベクトルになる",
        "en": "Pieces become vectors",
    },
    "lesson_embeddings_neighbours_ask": {
        "ja": "モデルの中で、このトークンのいちばん近くにいるのは、どれでしょう。",
        "en": "Which pieces are the nearest to this one inside the model?",
    },
    "lesson_embeddings_opposite_ask": {
        "ja": "反対の意味のことばは、近くにあるでしょうか。",
        "en": "Words of opposite meaning: near or far?",
    },
    "lesson_embeddings_map_ask": {
        "ja": "この文のトークンを地図にすると、どれとどれが集まるでしょう。",
        "en": "On a map of this sentence's pieces, which stand together?",
    },
    "lesson_embeddings_notes": {
        "ja": "ベクトルの近さは、似た文に出ることばどうしで大きくなります(分布仮説、word2vec: Mikolov ほか 2013, arXiv:1301.3781)。"
        "だから反対のことばも近くなり、近さは意味の同じさではありません。地図は主成分分析(Pearson 1901)で、この文のトークンだけから"
        "いま計算しています。",
        "en": "Vectors come near when words appear in like sentences (distributional hypothesis; "
        "word2vec: Mikolov et al. 2013, arXiv:1301.3781). So opposites come near, too: nearness is "
        "not sameness of meaning. The map is a principal component analysis (Pearson 1901) of this "
        "sentence's pieces alone, computed now.",
    },
    "lesson_embeddings_choose": {"ja": "トークンを選ぶ", "en": "Choose a piece"},
    "lesson_embeddings_cropped": {
        "ja": "{count} 種類のうち、はじめの {shown} 種類です。",
        "en": "The first {shown} of {count} kinds.",
    },
    "lesson_embeddings_unknown": {
        "ja": "この文には、モデルの知っているトークンがありません。文を変えてください。",
        "en": "The model knows no piece of this sentence; try another one.",
    },
    "lesson_embeddings_vector": {
        "ja": "モデルが読むのは文字ではなく、番号 {id} のベクトル({size} 個の数の並び)です。ベクトルの向きが似たトークンが「近い」トークンです。",
        "en": "The model does not read letters but vector number {id}, a row of {size} numbers. "
        "Pieces whose vectors point alike are “near”.",
    },
    "lesson_embeddings_pairs": {
        "ja": "右/左 勝ち/負け 夏/冬 好き/嫌い うどん/そば うどん/携帯",
        "en": "右/左 勝ち/負け 夏/冬 好き/嫌い うどん/そば うどん/携帯",
    },
    "lesson_embeddings_cosine": {
        "ja": "コサイン: 1 は同じ向き、0 は直角",
        "en": "Cosine: 1 the same way, 0 at right angles",
    },
    "lesson_embeddings_rank": {"ja": "近さ {rank} 位", "en": "neighbour no. {rank}"},
    "lesson_embeddings_opposite_answer": {
        "ja": "「近さ」は、{count} 個のトークンの中での順位です。近いことは、意味が同じことではありません。",
        "en": "The rank is among {count} pieces. To be near is not to mean the same.",
    },
    "lesson_embeddings_map_how": {
        "ja": "{count} 種類のトークンには、それぞれ {size} 個の数があります。いちばん違いの出る 2 つの方向だけを残すと、平らな地図になります。"
        "どのトークンが近くに並ぶか、予想してください。",
        "en": "Each of the {count} pieces has {size} numbers. Keep only the two directions in which "
        "they differ most, and there is a flat map. Which pieces will stand together?",
    },
    "lesson_embeddings_map_kept": {
        "ja": "{size} 次元を 2 次元にしたので、残ったのはばらつきの {share} % です。軸に意味はなく、縦と横の縮尺も違います。",
        "en": "From {size} dimensions to 2: {share} % of the variance is kept. The axes have no "
        "meaning, and their scales differ.",
    },
    "lesson_embeddings_map_alt": {
        "ja": "文のトークンの地図(主成分分析、ばらつきの {share} %): {pieces}",
        "en": "Map of the sentence's pieces (principal components, {share} % of the variance): "
        "{pieces}",
    },
    "lesson_embeddings_too_few": {
        "ja": "地図には 3 種類以上のトークンが必要です。もう少し長い文にしてください。",
        "en": "A map needs at least 3 different pieces; try a longer sentence.",
    },
    # Lesson: attention, lstm
    "lesson_attention_title": {"ja": "注目の層", "en": "The attention layer"},
    "lesson_attention_row_ask": {
        "ja": "選んだトークンは、文のどこを見ているでしょう。",
        "en": "Where in the sentence does the chosen token look?",
    },
    "lesson_attention_matrix_ask": {
        "ja": "行(見る側)がちがえば、見るところもちがうでしょうか。",
        "en": "Does every token (row) look somewhere else?",
    },
    "lesson_attention_collapse_ask": {
        "ja": "この表を、1 トークンに 1 つの数へ。どうまとめますか。",
        "en": "How would you turn this table into one number per token?",
    },
    "lesson_attention_padding_ask": {
        "ja": "文ではない「余白」にも、注目は向くでしょうか。",
        "en": "Does attention fall on padding, too, which is no text at all?",
    },
    "lesson_attention_notes": {
        "ja": "注目(attention)は翻訳のために考えられ(Bahdanau ほか 2015)、Transformer(Vaswani ほか 2017)で"
        "広まりました。この層は Bahdanau と同じ加法型です。記事が使った keras-self-attention は余白を隠しきらず、"
        "文のトークンも余白を見ます(同ライブラリの issue 41)。",
        "en": "Attention was invented for translation (Bahdanau et al. 2015) and became famous with "
        "the Transformer (Vaswani et al. 2017); this layer is additive, like Bahdanau's. The "
        "library of the article, keras-self-attention, does not hide padding from the tokens "
        "(its issue 41).",
    },
    "lesson_attention_row_answer": {
        "ja": "「{token}」がいちばん見ているのは「{best}」({weight})。1 行の合計は、余白も合わせて 1 です。",
        "en": "“{token}” looks most at “{best}” ({weight}). A row, padding included, adds up to 1.",
    },
    "lesson_attention_matrix_answer": {
        "ja": "{count} 行のうち {same} 行で、いちばん重いのは「{token}」の列です。",
        "en": "In {same} of {count} rows the column of “{token}” has the largest weight.",
    },
    "lesson_attention_cropped": {
        "ja": "図は左上だけです(全部で {count} × {count})。",
        "en": "Only the upper left corner of {count} × {count} is drawn.",
    },
    "lesson_attention_collapse_answer": {
        "ja": "列ごとの平均({count} 行すべて)が「注目度」で、文の色になります。最高は「{token}」の {score} です。",
        "en": "The mean of each column (all {count} rows) colours the text; highest: “{token}”, "
        "{score}.",
    },
    "lesson_attention_untrained": {
        "ja": "記事のモデル、学習前(乱数)",
        "en": "The article's model before training (random)",
    },
    "lesson_attention_chosen": {"ja": "選んだモデル({name})", "en": "The chosen model ({name})"},
    "lesson_attention_no_article": {
        "ja": "models フォルダに article がないので、記事のモデルとは比べられません。",
        "en": "There is no “article” in the folder “models”: nothing to compare with.",
    },
    "lesson_attention_window": {
        "ja": "記事のモデルの窓は {length} マスで、この文では {padding} マス({share} %)が余白です。",
        "en": "The article's model reads {length} places; {padding} of them ({share} %) are padding "
        "here.",
    },
    "lesson_attention_padding_answer": {
        "ja": "灰色が、余白に落ちた注目です。記事の層は余白を隠さないので、もれる量は学習しだいです。",
        "en": "Grey is the attention on padding. The article's layer does not hide it: how much "
        "leaks is up to the training.",
    },
    "lesson_attention_padding_masked": {
        "ja": "{name} は余白を読まないので、いつも 0 です。",
        "en": "“{name}” never reads padding: always 0.",
    },
    "lesson_lstm_title": {"ja": "LSTM とソフトマックス", "en": "LSTM and softmax"},
    "lesson_lstm_lstm_ask": {
        "ja": "LSTM は両方向から読みます。出口は、どこで値を受け取るでしょう。",
        "en": "The LSTM reads both ways. Where does the exit take its values?",
    },
    "lesson_lstm_softmax_ask": {
        "ja": "この数(ロジット)を、足して 1 になる確率へ。どう変えますか。",
        "en": "How do these numbers (logits) become probabilities that add up to 1?",
    },
    "lesson_lstm_calibrated_ask": {
        "ja": "0.7 と言ったら、10 回に 7 回当たるでしょうか。",
        "en": "When it says 0.7, is it right 7 times in 10?",
    },
    "lesson_lstm_notes": {
        "ja": "LSTM は Hochreiter & Schmidhuber 1997、両方向から読む形は Schuster & Paliwal 1997、温度による較正は "
        "Guo ほか 2017 です。LSTM に届くのは注目の層が混ぜたあとの値なので、多く選ばれた位置の語が「効いた」とは"
        "かぎりません。",
        "en": "LSTM: Hochreiter & Schmidhuber 1997; both directions: Schuster & Paliwal 1997; "
        "temperature scaling: Guo et al. 2017. The LSTM reads what the attention layer has mixed: "
        "a place that is often taken does not prove that its word mattered.",
    },
    "lesson_lstm_forward": {
        "ja": "前から読む: {units} ユニット",
        "en": "Read forwards: {units} units",
    },
    "lesson_lstm_backward": {
        "ja": "後ろから読む: {units} ユニット",
        "en": "Read backwards: {units} units",
    },
    "lesson_lstm_kept_max": {
        "ja": "ユニットごとに、文の中で最大の値 → {units} 個の数 → 分類 {labels} つのロジット",
        "en": "The largest value of each unit → {units} numbers → {labels} logits, one per category",
    },
    "lesson_lstm_kept_last": {
        "ja": "ユニットごとに、読み終えたときの値 → {units} 個の数 → 分類 {labels} つのロジット",
        "en": "The last value of each unit → {units} numbers → {labels} logits, one per category",
    },
    "lesson_lstm_places": {
        "ja": "数は、そこで最大になったユニットの数です。いちばん多いのは「{token}」の {number}({units} のうち)です。",
        "en": "The numbers count the units that are largest there: most at “{token}”, {number} of "
        "{units}.",
    },
    "lesson_lstm_ends": {
        "ja": "使うのは両端だけです。前からの {units} ユニットは最後で、後ろからの {units} ユニットは最初で読み終えます。",
        "en": "Only the two ends are used: {units} units finish at the end, {units} at the "
        "beginning.",
    },
    "lesson_lstm_ends_padded": {
        "ja": "使うのは両端だけです。後ろからの {units} ユニットは、文のあとに余白を {padding} マス読んで終わります。",
        "en": "Only the two ends are used: the {units} backward units finish after {padding} places "
        "of padding.",
    },
    "lesson_lstm_logit": {"ja": "ロジット", "en": "Logit"},
    "lesson_lstm_power": {"ja": "e のロジット乗", "en": "e to the logit"},
    "lesson_lstm_sum": {"ja": "合計", "en": "Sum"},
    "lesson_lstm_softmax_answer": {
        "ja": "合計で割ります(ソフトマックス)。「{label}」: {power} ÷ {total} = {probability}",
        "en": "Divide by the sum (softmax). {label}: {power} ÷ {total} = {probability}",
    },
    "lesson_lstm_calibrated_answer": {
        "ja": "ロジットを温度 {temperature} で割ってからソフトマックスに通します。順位は変わりません。テスト用の文での"
        "確率と正答率のずれ(ECE)は、調整前 {before}、較正後 {after} です。",
        "en": "The logits are divided by the temperature {temperature} before the softmax; the order "
        "stays. On the test sentences, probability and accuracy differ (ECE) by {before} raw, "
        "{after} calibrated.",
    },
    # Lesson: explanation, limits
    "lesson_explanation_title": {"ja": "これは説明？", "en": "Is it an explanation?"},
    "lesson_explanation_quiz_ask": {
        "ja": "本物の注目は、A・B・C のどれでしょう。",
        "en": "Which is the real attention: A, B or C?",
    },
    "lesson_explanation_swap_ask": {
        "ja": "注目を捨てて、全部同じ重みにします。分類は変わるでしょうか。",
        "en": "Give every token the same weight: does the category change?",
    },
    "lesson_explanation_label_ask": {
        "ja": "別の分類について聞きなおすと、色は動くでしょうか。",
        "en": "Ask about another category: do the colours move?",
    },
    "lesson_explanation_delete_ask": {
        "ja": "枠のトークンの、どちらを消すと予測が大きく動くでしょう。",
        "en": "Which of the framed tokens moves the prediction more when it is deleted?",
    },
    "lesson_explanation_notes": {
        "ja": "注目は説明か。Jain & Wallace 2019 と Serrano & Smith 2019 は、重みを変えたり消したりしても予測が変わりにくい"
        "ことから「説明ではない」と論じました。Wiegreffe & Pinter 2019 は、重みだけを文ごとに取りかえる実験は不公平で、"
        "「説明になりうる」と返しました。ここにあるのは実験で、判決ではありません。どの文でも同じ結果とはかぎらないので、文を変えて"
        "試してください。",
        "en": "Is attention an explanation? Jain & Wallace 2019 and Serrano & Smith 2019 argued “no”: "
        "other weights, or fewer, often leave the prediction as it is. Wiegreffe & Pinter 2019 "
        "answered that swapping the weights of each text alone is no fair test, and that attention "
        "can be one. This is an experiment, not a verdict, and one sentence proves nothing: try "
        "others.",
    },
    "lesson_explanation_vote": {"ja": "{name}　{count} 票", "en": "{name}: {count}"},
    "lesson_explanation_rules": {
        "ja": "残りは、乱数と、2019 年の記事の色です。濃さは順位だけを表します。",
        "en": "The others: random numbers, and the 2019 article's colours. Shades tell ranks only.",
    },
    "lesson_explanation_reset": {"ja": "票を消す", "en": "Clear votes"},
    "lesson_explanation_attention": {
        "ja": "注目度(本物)",
        "en": "Attention received (the real one)",
    },
    "lesson_explanation_random": {"ja": "乱数", "en": "Random numbers"},
    "lesson_explanation_output_max": {
        "ja": "記事の値(出力の最大値)",
        "en": "The article's (output maximum)",
    },
    "lesson_explanation_method_attention": {"ja": "注目度", "en": "Attention received"},
    "lesson_explanation_method_integrated_gradients": {
        "ja": "積分勾配",
        "en": "Integrated gradients",
    },
    "lesson_explanation_figures": {
        "ja": "{value}(でたらめな順 {low}–{high})",
        "en": "{value} (random {low}–{high})",
    },
    "lesson_explanation_good": {"ja": "当てずっぽうより良い", "en": "better than chance"},
    "lesson_explanation_chance": {"ja": "ランダムと区別できない", "en": "no better than chance"},
    "lesson_explanation_bad": {"ja": "当てずっぽうより悪い", "en": "worse than chance"},
    "lesson_explanation_measured": {
        "ja": "数は、濃い順に消したときに確率が平均でどれだけ下がるかです(それぞれのモデルで測定)。",
        "en": "The number: by how much the probability falls, on average, as the darkest are "
        "deleted (each on its own model).",
    },
    "lesson_explanation_no_article": {
        "ja": "models フォルダに article がないので、記事の値もこのモデルで計算しました。",
        "en": "There is no “article” in the folder “models”: the article's value is this model's.",
    },
    "lesson_explanation_cropped": {
        "ja": "長い文なので、最初の {count} トークンだけを描いています。",
        "en": "A long text: only its first {count} tokens are drawn.",
    },
    "lesson_explanation_bars": {
        "ja": "棒は「{label}」の確率です。",
        "en": "The bars: the probability of “{label}”.",
    },
    "lesson_explanation_dots": {
        "ja": "棒は「{label}」の確率、点と線は、{count} 回混ぜたときの中央値と幅です。",
        "en": "The bars: the probability of “{label}”; dot and line: median and range of {count} "
        "shuffles.",
    },
    "lesson_explanation_learned": {"ja": "学習した注目", "en": "Learnt attention"},
    "lesson_explanation_uniform": {"ja": "一様な注目", "en": "Uniform attention"},
    "lesson_explanation_shuffled": {"ja": "混ぜた注目", "en": "Shuffled attention"},
    "lesson_explanation_range": {
        "ja": "{low}–{high}、{count} 回中 {same} 回「{label}」",
        "en": "{low}–{high}; “{label}” {same} times of {count}",
    },
    "lesson_explanation_besides": {"ja": "{told}({other})", "en": "{told} ({other})"},
    "lesson_explanation_stays": {
        "ja": "この文では、一様な注目でも分類は変わりません。予測は、注目の配り方だけで決まったのではありません。",
        "en": "On this sentence the category stays with uniform attention: the weights alone did "
        "not decide.",
    },
    "lesson_explanation_changes": {
        "ja": "この文では、一様な注目にすると分類が変わります。それでも、注目が理由だとまではいえません。",
        "en": "On this sentence uniform attention changes the category. That still does not make "
        "the weights the reason.",
    },
    "lesson_explanation_with_padding": {
        "ja": "このモデルは余白も読むので、重みは余白にも配られます。",
        "en": "This model reads its padding: it gets weights, too.",
    },
    "lesson_explanation_other": {"ja": "別の分類", "en": "Another category"},
    "lesson_explanation_one_label": {
        "ja": "このモデルの分類は「{label}」だけなので、比べられません。",
        "en": "This model knows only “{label}”: there is nothing to compare.",
    },
    "lesson_explanation_for": {"ja": "「{label}」について", "en": "About “{label}”"},
    "lesson_explanation_strip": {"ja": "{label}: {method}", "en": "{label}: {method}"},
    "lesson_explanation_signs": {
        "ja": "橙(実線)はその分類に賛成、青(破線)は反対です。",
        "en": "Orange (solid line): for the category; blue (dashed): against.",
    },
    "lesson_explanation_stands_still": {
        "ja": "注目度は動きません。注目の層は分類より前にあり、どの分類も知らないからです。",
        "en": "Attention stands still: its layer comes before the classifier, it knows no category.",
    },
    "lesson_explanation_one_token": {
        "ja": "この文はトークンが 1 つなので、くらべられません。もっと長い文にしてください。",
        "en": "This sentence is a single token: take a longer one to compare.",
    },
    "lesson_explanation_whole": {"ja": "そのまま", "en": "As it is"},
    "lesson_explanation_without": {"ja": "「{piece}」なし", "en": "Without “{piece}”"},
    "lesson_explanation_agree": {
        "ja": "いちばん注目された「{most}」が、消したときにいちばん効くトークンでもありました。この文では、注目と一致します。",
        "en": "“{most}” has the most attention and moves the prediction most when deleted: on this "
        "sentence they agree.",
    },
    "lesson_explanation_disagree": {
        "ja": "いちばん注目されたのは「{most}」、消したときにいちばん効くのは「{strongest}」です。この文では、一致しません。",
        "en": "“{most}” has the most attention, “{strongest}” moves the prediction most when deleted: "
        "on this sentence they do not agree.",
    },
    "lesson_explanation_flat": {
        "ja": "この文の注目はほぼ一様なので、順位にあまり意味はありません。",
        "en": "The attention on this sentence is nearly uniform: its ranks mean little.",
    },
    "lesson_explanation_which": {
        "ja": "{piece}({number} つ目の枠)",
        "en": "{piece} (frame {number})",
    },
    "lesson_explanation_hardly": {
        "ja": "どちらを消しても、ほとんど動きません(どのトークンでも {change} 未満)。1 つのトークンだけで決まった予測ではありません。",
        "en": "Neither moves it much (no token by {change} or more): no single token decides this "
        "prediction.",
    },
    "lesson_limits_title": {"ja": "限界", "en": "Limits"},
    "lesson_limits_tags_ask": {
        "ja": "文の頭に「［スポーツ］」などのタグをつけると、予測は変わるでしょうか。",
        "en": "Put a tag such as ［スポーツ］ before the sentence: does the prediction change?",
    },
    "lesson_limits_split_ask": {
        "ja": "同じ記事の文が学習にもテストにも入ると、正答率はどうなるでしょう。",
        "en": "Sentences of one article, some learnt, some asked: what happens to the accuracy?",
    },
    "lesson_limits_nonsense_ask": {
        "ja": "意味のない文字の列には、どんな答えが出るでしょう。",
        "en": "What is the answer to a string without any meaning?",
    },
    "lesson_limits_unseen_ask": {
        "ja": "学習した文にはなかったことばの文です。どう切って、どう答えるでしょう。",
        "en": "A sentence with words it never learnt from: how is it cut, what is the answer?",
    },
    "lesson_limits_notes": {
        "ja": "正答率は、何をどう測ったかで変わります。正解が文に書いてある「漏れ」や、似た文が学習とテストの両方に入る「分け方」は、数字だけを"
        "高くします(Kapoor & Narayanan 2023)。ソフトマックスはどんな入力にも分類を 1 つ選ぶので、知らない文かどうかは"
        "別に測ります(Hendrycks & Gimpel 2017)。学習に使った KNB コーパスは、2006 年ごろの京都の学生の文章で、"
        "新しいことばは単語ベクトルを通してだけ知っています。",
        "en": "An accuracy is worth what its test is worth. A leak of the answer, or alike sentences "
        "on both sides of the split, raise only the figure (Kapoor & Narayanan 2023). A softmax "
        "picks a category for anything; whether a text is foreign has to be measured apart "
        "(Hendrycks & Gimpel 2017). The KNB corpus was written by students in Kyoto around 2006: "
        "newer words are known through the word vectors alone.",
    },
    "lesson_limits_table": {"ja": "タグごとの予測", "en": "The predictions by tag"},
    "lesson_limits_untagged": {"ja": "タグなし", "en": "No tag"},
    "lesson_limits_tags_kept": {
        "ja": "タグつきで学習({name})",
        "en": "Learnt with tags ({name})",
    },
    "lesson_limits_tags_removed": {
        "ja": "タグを消して学習({name})",
        "en": "Learnt without ({name})",
    },
    "lesson_limits_no_article": {
        "ja": "models フォルダに article がないので、タグつきで学習したモデルとは比べられません。",
        "en": "There is no “article” in the folder “models”: no model learnt with tags to compare.",
    },
    "lesson_limits_of": {
        "ja": "{name} と同じつくりの正答率:",
        "en": "Accuracy of {name}'s recipe:",
    },
    "lesson_limits_pair": {
        "ja": "**{split}**: タグあり {kept}、なし {removed}。",
        "en": "**{split}**: {kept} with tags, {removed} without.",
    },
    "lesson_limits_difference": {
        "ja": "差は {difference}(95 % 区間 {low}〜{high})。",
        "en": "Difference {difference} (95 % interval {low} to {high}).",
    },
    "lesson_limits_not_stored": {
        "ja": "モデル {name} には、この測定の値が保存されていません。",
        "en": "The model {name} stores no figure of this measurement.",
    },
    "lesson_limits_random_picture": {
        "ja": "4 つの記事の絵。どの記事にも、学習する文とテストの文があります。",
        "en": "Four articles; each has sentences that are learnt and one that is asked.",
    },
    "lesson_limits_grouped_picture": {
        "ja": "4 つの記事の絵。1 つの記事が丸ごとテストで、ほかは学習します。",
        "en": "Four articles; one of them is asked as a whole, the others are learnt.",
    },
    "lesson_limits_legend": {
        "ja": "枠が記事、灰色が学習する文、橙がテストの文です。",
        "en": "A frame is an article, grey a sentence that is learnt, orange one that is asked.",
    },
    "lesson_limits_split_answer": {
        "ja": "はじめて見る記事での実力は、記事ごとに分けた方の数です({name} と同じつくりのモデル {folds} 個、話題タグなし、95 % 区間)。",
        "en": "What it can do on a new article is the figure of the split by article ({name}'s "
        "recipe trained {folds} times, no tags, 95 % interval).",
    },
    "lesson_limits_nonsense_text": {
        "ja": "でたらめな文字(打ちかえられます)",
        "en": "Anything without a meaning (type your own)",
    },
    "lesson_limits_draw": {"ja": "別のもの", "en": "Another one"},
    "lesson_limits_in_scope": {
        "ja": "**対象外とは判定しませんでした。**",
        "en": "**Not taken for out of scope.**",
    },
    "lesson_limits_no_scope": {
        "ja": "このモデルは、対象外かどうかを測れません。",
        "en": "This model cannot tell what is out of scope.",
    },
    "lesson_limits_nonsense_stored": {
        "ja": "確率は必ず合計 1 になり、どれかの分類が選ばれます。でたらめなかな {total} 文のうち、対象外と判定できたのは {flagged} 文です。",
        "en": "The probabilities always add up to 1, so some category wins. Of {total} strings of "
        "random kana it took {flagged} for out of scope.",
    },
    "lesson_limits_sentence": {"ja": "今日の話題の文", "en": "A sentence of today"},
    "lesson_limits_unseen_count": {
        "ja": "{total} 個に切り、そのうち色のついた {count} 個は、学習した文に一度も出てきません。",
        "en": "Cut into {total} pieces; the {count} coloured ones are in none of the sentences it "
        "learnt from.",
    },
    "lesson_limits_unseen_answer": {
        "ja": "予測は **{told}**、正解は「{label}」です({verdict})。",
        "en": "Predicted **{told}**, in truth “{label}” ({verdict}).",
    },
    "lesson_limits_right": {"ja": "当たり", "en": "right"},
    "lesson_limits_wrong": {"ja": "はずれ", "en": "wrong"},
    "lesson_limits_unseen_stored": {
        "ja": "今日の話題の文 {count} 個すべてでは、正答率 {accuracy}(95 % 区間 {low}–{high})です。",
        "en": "On all {count} sentences of today its accuracy is {accuracy} (95 % interval "
        "{low}–{high}).",
    },
    # Share and history
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
    "history": {"ja": "履歴", "en": "History"},
    "history_about": {
        "ja": "この訪問で分析した文です(新しい順に {limit} 個まで)。ファイルには書き込まれません。アプリの"
        "メモリに置かれ、ページを閉じるか読み込み直すと消えます。分析の結果は、同じ計算をくり返さないように、"
        "最長 1 時間メモリに残ります。",
        "en": "What you analysed in this visit, newest first, at most {limit} texts. No file is "
        "written: they stay in the app's memory until you close or reload the page. Results stay "
        "in its memory for up to an hour, so that nothing is computed twice.",
    },
    "history_empty": {
        "ja": "ほかの文はまだありません。",
        "en": "No other text yet.",
    },
    "history_clear": {"ja": "履歴を消す", "en": "Clear the history"},
    # Take home: exports
    "panel_export": {"ja": "書き出し", "en": "Export"},
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
    "not_a_weight_2020": {
        "ja": "この値は重みではありません。記事の見方を変えた 2020 年の変形を再現したものです。",
        "en": "These values are not weights. This view repeats the 2020 variant of what the article "
        "shows.",
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
}


def word_in(language: str, key: str, **values: object) -> str:
    """Return the word in the language "ja" or "en"."""
    return WORDS[key][language].format(**values)


def person_language() -> str:
    """Return "ja" or "en", as the environment's locale asks for messages."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return "ja" if value.startswith("ja") else "en"
    return "en"
