"""What the methods are called, and what each of them measures."""

WORDS: dict[str, dict[str, str]] = {
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
}
