"""Words of the page モデル."""

WORDS: dict[str, dict[str, str]] = {
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
}
