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
    "attention_help": {
        "ja": "注目度: 文の全トークンが、そのトークンにどれだけ重みを向けたかの平均です。余白も"
        "合わせて合計 1 になります。どの分類を説明するときも同じ値です。",
        "en": "Attention received: the mean weight that all tokens of the text give to this token. "
        "With padding, they add up to 1. The same whichever category is explained.",
    },
    "output_max": {
        "ja": "出力の最大値(重みではありません)",
        "en": "Output maximum (not a weight)",
    },
    "output_max_help": {
        "ja": "出力の最大値: 2019 年の記事が「重み」と呼んだ値です。注目の層が出したベクトルの最大の"
        "成分で、重みではありません。平均より大きいトークンに色がつきます。",
        "en": "Output maximum: what the 2019 article called a weight. It is the largest component "
        "of the attention layer's output vector, and not a weight. Tokens above the mean are "
        "coloured.",
    },
    "not_a_weight": {
        "ja": "この値は重みではありません。記事の見方を再現したものです。",
        "en": "These values are not weights. This view repeats what the article shows.",
    },
    "nearly_uniform": {
        "ja": "ほぼ一様です(最大と最小の比が 1.05 未満)。どのトークンも強調しません。",
        "en": "Nearly uniform (largest and smallest differ by less than 5 %): nothing is "
        "highlighted.",
    },
    "legend_attention": {
        "ja": "色: この文でいちばん大きい値 {top} を最も濃く、0 を無色にしています。",
        "en": "Colour: strongest at the largest value of this text ({top}), none at 0.",
    },
    "legend_output_max": {
        "ja": "色: この文の平均 {mean} を超えた分だけ色をつけ、最大の {top} を最も濃くしています。",
        "en": "Colour: none up to this text's mean ({mean}), strongest at its maximum ({top}).",
    },
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
        "注目度が高いことは、それが予測の理由であることを意味しません。入力した文は保存も送信も"
        "しません。",
        "en": "SentencePiece cuts the text into tokens; then Embedding → SeqSelfAttention → "
        "bidirectional LSTM → softmax. Attention received comes straight from the weights of "
        "SeqSelfAttention. A high value does not mean that the token is the reason for the "
        "prediction. Your text is neither stored nor sent anywhere.",
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
    "compare_probabilities": {"ja": "確率の差", "en": "Difference in probability"},
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
    "compare_method": {"ja": "見方", "en": "View"},
    "compare_target": {"ja": "説明する分類", "en": "Category explained"},
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
}


def language() -> str:
    """Return the chosen language: the switch's, the address's, the browser's, else Japanese."""
    locale = st.context.locale or "ja"
    default = "ja" if locale.startswith("ja") else "en"
    return read_choice(LANGUAGE_KEY, LANGUAGES, default=default)


def word(key: str, **values: object) -> str:
    """Return the word in the chosen language."""
    return WORDS[key][language()].format(**values)
