"""Every word of the screen, in Japanese and in English."""

import streamlit as st

from core.errors import LANGUAGES
from core.ui.address import read_choice

LANGUAGE_KEY = "lang"
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
    "check_missing": {
        "ja": "このモデルではまだ測っていません。次のコマンドで測ると、ここに出ます: `{command}`",
        "en": "Not measured for this model yet. This command measures it, to be shown here: "
        "`{command}`",
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
}


def language() -> str:
    """Return the chosen language: the switch's, the address's, the browser's, else Japanese."""
    locale = st.context.locale or "ja"
    default = "ja" if locale.startswith("ja") else "en"
    return read_choice(LANGUAGE_KEY, LANGUAGES, default=default)


def word(key: str, **values: object) -> str:
    """Return the word in the chosen language."""
    return WORDS[key][language()].format(**values)
