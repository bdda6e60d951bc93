"""Text to tokens with offsets into the original text (SentencePiece, unigram)."""

import io
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

import sentencepiece

from core.errors import FileUnreadableError, VocabularySizeError
from core.text.emoji import emoji_stretches, with_joiners
from core.text.undivided import undivided_spans, unknown_runs
from core.text.usual_form import UsualForm, usual_form
from core.types import PAD_ID, UNK_ID, Token, TokenizedText

TOKENIZER_FILE = "tokenizer.model"

WORD_BOUNDARY = "‖"  # between the words of lines that say where they end

_BLANK_MARK = "▁"


def clean_text(text: str) -> str:
    """Replace each lone half of a surrogate pair, which nothing can print, by "?"."""
    return text.encode("utf-8", "replace").decode("utf-8")


def set_sampling_seed(seed: int) -> None:
    """Set where the draws of `Tokenizer.sample` begin, for the whole process.

    Another process draws differently with the same seed: SentencePiece 0.2.3 mixes it with a
    number of the process.
    """
    sentencepiece.set_random_generator_seed(seed)


class Tokenizer:
    """A trained SentencePiece model.

    A text is read in its usual form (`core.text.usual_form`): what nobody sees is no token, cuts
    none and changes none. Then SentencePiece's `nmt_nfkc` normalises it (NFKC; line breaks and
    other blanks become a space), so one original character can give several pieces and the other
    way round.
    """

    def __init__(self, model_proto: bytes) -> None:
        self._processor = sentencepiece.SentencePieceProcessor(model_proto=model_proto)
        if (self._processor.pad_id(), self._processor.unk_id()) != (PAD_ID, UNK_ID):
            raise ValueError(
                f"The tokenizer must use pad_id={PAD_ID}, unk_id={UNK_ID}. "
                f"Received: {self._processor.pad_id()}, {self._processor.unk_id()}"
            )

    @classmethod
    def load(cls, path: Path) -> "Tokenizer":
        """Read a SentencePiece model file.

        Raises:
            FileUnreadableError: it is missing, no SentencePiece model, or one with other ids.
        """
        try:
            return cls(path.read_bytes())
        except (OSError, RuntimeError, ValueError) as error:
            raise FileUnreadableError(path=path, reason="SentencePiece") from error

    @property
    def vocabulary_size(self) -> int:
        """How many pieces there are."""
        return self._processor.get_piece_size()

    @cached_property
    def pieces(self) -> tuple[str, ...]:
        """All pieces; the position is the id."""
        return tuple(self._processor.id_to_piece(list(range(self.vocabulary_size))))

    @cached_property
    def log_probabilities(self) -> tuple[float, ...]:
        """How likely every piece is in the texts the tokenizer was trained on; 0 for PAD, UNK."""
        return tuple(self._processor.get_score(list(range(self.vocabulary_size))))

    @cached_property
    def blank_id(self) -> int:
        """The id of the piece ▁, a blank; <unk>'s where the vocabulary has none."""
        return self._processor.piece_to_id(_BLANK_MARK)

    def tokenize(self, text: str) -> TokenizedText:
        """Cut `text` into tokens; a text that shows nothing gives none.

        Every character is in at most one span: tokens that share one, as the pieces of ㍿ or of
        an emoji that the vocabulary knows in part, have the same. A span covers what nobody sees
        behind its characters. Only the added ▁ at the beginning comes from nothing.
        """
        form = usual_form(text)
        return _tokenized(
            text, form, self._processor.encode(form.text, return_type="offset_mapping")
        )

    def sample(self, text: str, *, alpha: float) -> TokenizedText:
        """Cut `text` at random, the more evenly the smaller `alpha` (subword regularisation).

        Kudo 2018. `set_sampling_seed` says where the draws begin.
        """
        form = usual_form(text)
        encoded = self._processor.encode(
            form.text,
            return_type="offset_mapping",
            enable_sampling=True,
            alpha=alpha,
            nbest_size=-1,
        )
        return _tokenized(text, form, encoded)

    def token_ids(self, texts: Sequence[str], *, num_threads: int = -1) -> list[list[int]]:
        """Ids of many texts at once, without offsets (for training)."""
        usual = [usual_form(text).text for text in texts]
        return self._processor.encode(usual, out_type=int, num_threads=num_threads)


def _tokenized(text: str, form: UsualForm, encoded: Mapping[str, Sequence]) -> TokenizedText:
    pieces, ids, spans = encoded["pieces"], encoded["ids"], encoded["offsets"]
    added = 1 if pieces and pieces[0] == _BLANK_MARK else 0
    shares = any(start == end for start, end in spans[added:])
    emoji = emoji_stretches(text)
    if shares or emoji or form.text is not text:
        places = form.places
        # Where one character becomes several pieces (㍿ → 株式, 会社; ゛ → ▁, U+3099),
        # SentencePiece puts it on the last and leaves the others empty: here each of them gets it.
        read = [
            (start, end if number == 0 and piece == _BLANK_MARK else max(end, start + 1))
            for number, (piece, (start, end)) in enumerate(zip(pieces, spans, strict=True))
        ]
        spans = [(places[start], places[end if start < end else start]) for start, end in read]
        pieces = [
            with_joiners(piece, text[start:end]) if token_id == UNK_ID else piece
            for piece, token_id, (start, end) in zip(pieces, ids, spans, strict=True)
        ]
        runs = [
            (spans[first][0], spans[last][1])
            for first, last in unknown_runs(form.text, pieces, ids, read)
        ]
        spans = undivided_spans(spans, (*emoji, *runs))
    tokens = tuple(
        Token(piece=piece, id=token_id, start=start, end=end)
        for piece, token_id, (start, end) in zip(pieces, ids, spans, strict=True)
    )
    return TokenizedText(text=text, tokens=tokens)


def train_tokenizer(
    lines: Iterable[str],
    *,
    vocabulary_size: int,
    character_coverage: float = 0.9995,
    whole_words: bool = False,
) -> bytes:
    """Train a unigram model and return it as a serialised SentencePiece file.

    Args:
        whole_words: the lines hold `WORD_BOUNDARY` between their words, no piece reaches across
            one, and no ▁ is added where a text begins: a word is the same piece everywhere.

    Raises:
        VocabularySizeError: the lines hold too little text for that many pieces.
    """
    model = io.BytesIO()
    try:
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=(usual_form(line).text for line in lines),
            model_writer=model,
            model_type="unigram",
            vocab_size=vocabulary_size,
            character_coverage=character_coverage,
            pad_id=PAD_ID,
            unk_id=UNK_ID,
            bos_id=-1,
            eos_id=-1,
            minloglevel=1,
            add_dummy_prefix=not whole_words,
            pretokenization_delimiter=WORD_BOUNDARY if whole_words else "",
        )
    except RuntimeError as error:
        # SentencePiece's message: where in its source, "[the failed check]", what is wrong.
        reason = str(error).rsplit("]", 1)[-1].strip()
        raise VocabularySizeError(vocabulary_size=vocabulary_size, reason=reason) from error
    return model.getvalue()
