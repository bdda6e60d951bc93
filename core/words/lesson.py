"""Words of the page 授業."""

WORDS: dict[str, dict[str, str]] = {
    # Frame, pieces, padding
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
    # Embeddings
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
    # Attention, lstm
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
    # Explanation, limits
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
    "lesson_explanation_besides": {"ja": "{finding}({other})", "en": "{finding} ({other})"},
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
        "ja": "予測は **{finding}**、正解は「{label}」です({verdict})。",
        "en": "Predicted **{finding}**, in truth “{label}” ({verdict}).",
    },
    "lesson_limits_right": {"ja": "当たり", "en": "right"},
    "lesson_limits_wrong": {"ja": "はずれ", "en": "wrong"},
    "lesson_limits_unseen_stored": {
        "ja": "今日の話題の文 {count} 個すべてでは、正答率 {accuracy}(95 % 区間 {low}–{high})です。",
        "en": "On all {count} sentences of today its accuracy is {accuracy} (95 % interval "
        "{low}–{high}).",
    },
}
