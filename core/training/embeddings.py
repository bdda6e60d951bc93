"""Plain text files to a tokenizer and a word2vec matrix that share one id space.

Row `id` of the matrix (vocabulary_size, embedding_dim) belongs to the piece of that id: gensim
reads the sentences as lines of decimal ids.
"""

import lzma
import math
import random
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

import gensim
import numpy as np
import sentencepiece
from gensim.models.callbacks import CallbackAny2Vec
from gensim.models.word2vec import Word2Vec

from core.errors import FileUnreadableError, MixError, NoTextFilesError
from core.files import read_json, read_text, replace_file, sha256_of, write_json
from core.text.tokenizer import TOKENIZER_FILE, WORD_BOUNDARY, Tokenizer, train_tokenizer
from core.training.morphology import load_word_cutter
from core.types import PAD_ID

MATRIX_FILE = "embeddings.npy"
RECORD_FILE = "embeddings.json"
SOURCES_FILE = "SOURCES.md"

_CHUNK_LINES = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddingConfig:
    """How the tokenizer and the vectors are trained.

    Attributes:
        tokenizer_lines: size of the random sample of lines the tokenizer is trained on.
        whole_words: no piece is longer than a word; needs requirements-pretrain.txt.
        window, negative, sample, epochs: word2vec skip-gram, as gensim names them.
        workers: threads; with more than one, two runs differ slightly.
    """

    vocabulary_size: int = 24_000
    embedding_dim: int = 256
    tokenizer_lines: int = 400_000
    whole_words: bool = False
    window: int = 5
    negative: int = 8
    sample: float = 1e-4
    epochs: int = 4
    workers: int = 1
    seed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Embeddings:
    """A tokenizer and the vectors of its pieces.

    Attributes:
        matrix: float32 (vocabulary_size, embedding_dim).
    """

    tokenizer: Tokenizer
    tokenizer_proto: bytes
    matrix: np.ndarray


def read_mix(path: Path) -> dict[str, float]:
    """Read how often the lines of each file are used: {"file name without ending": factor}."""
    mix = read_json(path)
    for factor in mix.values():
        if not isinstance(factor, int | float) or not 0 <= factor < math.inf:
            raise MixError(path=path, received=factor)
    return mix


def text_files(folder: Path) -> list[Path]:
    """List the .txt and .txt.xz files of a folder by name.

    Raises:
        NoTextFilesError: there are none.
    """
    files = sorted([*folder.glob("*.txt"), *folder.glob("*.txt.xz")])
    if not files:
        raise NoTextFilesError(path=folder)
    return files


def read_lines(files: Iterable[Path], mix: Mapping[str, float], *, seed: int) -> Iterator[str]:
    """Yield the non-empty lines of the files, each as often as the mix says (default once).

    A factor of 2.5 gives every line twice, and half of the lines, chosen by `seed`, once more.
    """
    rng = random.Random(seed)
    for path in files:
        for line in file_lines(path):
            yield from [line] * times_used(path, mix, rng)


def file_lines(path: Path) -> Iterator[str]:
    """Yield the non-empty lines of one .txt or .txt.xz file.

    Raises:
        FileUnreadableError: it is not UTF-8, or damaged.
    """
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        try:
            yield from (line.strip() for line in file if line.strip())
        except (UnicodeDecodeError, lzma.LZMAError, EOFError) as error:
            raise FileUnreadableError(path=path, reason="UTF-8, xz") from error


def times_used(path: Path, mix: Mapping[str, float], rng: random.Random) -> int:
    """Draw how often the next line of the file is used."""
    whole, part = divmod(mix.get(path.name.removesuffix(".xz").removesuffix(".txt"), 1.0), 1)
    return int(whole) + (rng.random() < part)


def train_embeddings(
    lines: Iterable[str],
    config: EmbeddingConfig,
    *,
    on_step: Callable[[str, int, int], None] = lambda step, done, total: None,
) -> Embeddings:
    """Train the tokenizer, then the vectors.

    Args:
        on_step: called with the step ("read", "tokenizer", "encode", "word2vec") and how many
            units of how many are done.

    Raises:
        PackageMissingError: words are wanted, and what cuts them is not installed.
        VocabularySizeError: the lines hold too little text for that many pieces.
    """
    mark_words = _load_word_marker() if config.whole_words else str
    with tempfile.TemporaryDirectory(prefix="chumoku-") as folder:
        text_path = Path(folder) / "lines.txt"
        ids_path = Path(folder) / "ids.txt"
        on_step("read", 0, 1)
        with text_path.open("w", encoding="utf-8", newline="\n") as file:
            num_lines = sum(1 for line in lines if file.write(line + "\n"))
        on_step("tokenizer", 0, 1)
        proto = train_tokenizer(
            map(mark_words, _sample_lines(text_path, num_lines, config)),
            vocabulary_size=config.vocabulary_size,
            whole_words=config.whole_words,
        )
        tokenizer = Tokenizer(proto)
        with text_path.open(encoding="utf-8") as file, ids_path.open("w") as out:
            done = 0
            while chunk := list(islice(file, _CHUNK_LINES)):
                for token_ids in tokenizer.token_ids(chunk):
                    out.write(" ".join(map(str, token_ids)) + "\n")
                done += len(chunk)
                on_step("encode", done, num_lines)
        matrix = _train_word2vec(ids_path, config, on_step)
    return Embeddings(tokenizer=tokenizer, tokenizer_proto=proto, matrix=matrix)


def _sample_lines(path: Path, num_lines: int, config: EmbeddingConfig) -> Iterator[str]:
    rng = random.Random(config.seed)
    share = min(1.0, config.tokenizer_lines / max(num_lines, 1))
    with path.open(encoding="utf-8") as file:
        for line in file:
            if rng.random() < share:
                yield line.rstrip("\n")


def _load_word_marker() -> Callable[[str], str]:
    cut_words = load_word_cutter()

    def mark_words(line: str) -> str:
        words = cut_words(line.replace(WORD_BOUNDARY, " "))
        return WORD_BOUNDARY.join(word.surface for word in words if word.surface)

    return mark_words


class _EpochProgress(CallbackAny2Vec):
    def __init__(self, on_step: Callable[[str, int, int], None], epochs: int) -> None:
        self._on_step = on_step
        self._epochs = epochs
        self._done = 0

    def on_epoch_end(self, model: Word2Vec) -> None:
        self._done += 1
        self._on_step("word2vec", self._done, self._epochs)


def _train_word2vec(
    ids_path: Path, config: EmbeddingConfig, on_step: Callable[[str, int, int], None]
) -> np.ndarray:
    on_step("word2vec", 0, config.epochs)
    model = Word2Vec(
        corpus_file=str(ids_path),  # three times as fast as an iterator on 2 cores
        vector_size=config.embedding_dim,
        window=config.window,
        min_count=1,
        sample=config.sample,
        seed=config.seed,
        workers=config.workers,
        sg=1,
        negative=config.negative,
        epochs=config.epochs,
        callbacks=[_EpochProgress(on_step, config.epochs)],
    )
    # Pieces that never occurred, and padding, stay at zero.
    matrix = np.zeros((config.vocabulary_size, config.embedding_dim), np.float32)  # (V, D)
    token_ids = [int(word) for word in model.wv.index_to_key]
    matrix[token_ids] = model.wv.vectors
    matrix[PAD_ID] = 0.0
    return matrix


def save_embeddings(
    folder: Path,
    embeddings: Embeddings,
    config: EmbeddingConfig,
    *,
    sources: Iterable[Path],
    mix: Mapping[str, float],
    command: str,
) -> None:
    """Write tokenizer, matrix (float16: half the size, no loss that measures) and their record."""
    with replace_file(folder / TOKENIZER_FILE) as temporary:
        temporary.write_bytes(embeddings.tokenizer_proto)
    with replace_file(folder / MATRIX_FILE) as temporary:
        np.save(temporary, embeddings.matrix.astype(np.float16), allow_pickle=False)
    record = {
        "schema": 1,
        "command": command,
        "config": asdict(config),
        "sources": {path.name: sha256_of(path) for path in sources},
        "mix": dict(mix),
        "versions": {
            "gensim": gensim.__version__,
            "sentencepiece": sentencepiece.__version__,
        },
        "files": {name: sha256_of(folder / name) for name in (TOKENIZER_FILE, MATRIX_FILE)},
    }
    write_json(folder / RECORD_FILE, record)


def load_embeddings(folder: Path) -> Embeddings:
    """Read what `save_embeddings` wrote.

    Raises:
        FileUnreadableError: a file is missing, damaged or does not fit the other.
    """
    tokenizer = Tokenizer.load(folder / TOKENIZER_FILE)
    try:
        matrix = np.load(folder / MATRIX_FILE, allow_pickle=False).astype(np.float32)
    except (OSError, ValueError, EOFError) as error:
        raise FileUnreadableError(path=folder / MATRIX_FILE, reason="npy") from error
    if matrix.ndim != 2 or len(matrix) != tokenizer.vocabulary_size:
        reason = f"{matrix.shape}, {tokenizer.vocabulary_size}"
        raise FileUnreadableError(path=folder / MATRIX_FILE, reason=reason)
    return Embeddings(
        tokenizer=tokenizer,
        tokenizer_proto=(folder / TOKENIZER_FILE).read_bytes(),
        matrix=matrix,
    )


def read_record(folder: Path) -> dict[str, object]:
    """Return what embeddings.json says: configuration, sources, versions, command."""
    return read_json(folder / RECORD_FILE)


def read_sources(folder: Path) -> str:
    """Return the Markdown on the texts and their licences, if somebody wrote it."""
    path = folder / SOURCES_FILE
    return read_text(path) if path.exists() else ""
