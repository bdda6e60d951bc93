"""Words of the page 比較."""

WORDS: dict[str, dict[str, str]] = {
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
}
