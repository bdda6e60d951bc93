"""The only exceptions that a screen or the command line may show to a person.

Each class holds one sentence in Japanese and one in English, ending with what was received.
Anything that is not a `CoreError` is a defect and crashes loudly.
"""

from collections.abc import Callable
from typing import ClassVar

LANGUAGES = ("ja", "en")


class CoreError(Exception):
    """Base of all errors that are told to a person in one sentence."""

    sentences: ClassVar[dict[str, str]]

    def __init__(self, **received: object) -> None:
        self.received = received
        super().__init__(self.sentence("en"))

    def __reduce__(self) -> tuple[Callable[..., "CoreError"], tuple[object, ...]]:
        # Pickle, between the processes of a cross-validation, knows nothing of keyword arguments.
        return _rebuild, (type(self), self.received)

    def sentence(self, language: str) -> str:
        """Return the sentence in `language` ("ja" or "en")."""
        return self.sentences[language].format(**self.received)


def _rebuild(kind: type[CoreError], received: dict[str, object]) -> CoreError:
    return kind(**received)


class EmptyTextError(CoreError):
    sentences: ClassVar = {
        "ja": "分析する文字がありません。日本語の文を入力してください。",
        "en": "There is nothing to analyse: please enter a Japanese sentence.",
    }


class TextTooLongError(CoreError):
    sentences: ClassVar = {
        "ja": "一度に分析できるのは {limit} 文字までです。受け取った文字数: {received}",
        "en": "At most {limit} characters can be analysed at once, received: {received}",
    }


class FileMissingError(CoreError):
    sentences: ClassVar = {
        "ja": "ファイルが見つかりません: {path}",
        "en": "File not found: {path}",
    }


class FileIsFolderError(FileMissingError):
    sentences: ClassVar = {
        "ja": "ファイルではなくフォルダです: {path}",
        "en": "This is a folder, not a file: {path}",
    }


class FileChangedError(CoreError):
    sentences: ClassVar = {
        "ja": "ファイルの中身が記録されたチェックサムと違います: {path}",
        "en": "The content of this file differs from its recorded checksum: {path}",
    }


class FileUnreadableError(CoreError):
    sentences: ClassVar = {
        "ja": "ファイルを読めません: {path}({reason})",
        "en": "This file cannot be read: {path} ({reason})",
    }


class FileUnwritableError(CoreError):
    sentences: ClassVar = {
        "ja": "ファイルを書き込めません: {path}({reason})",
        "en": "This file cannot be written: {path} ({reason})",
    }


class OutputUnwritableError(CoreError):
    sentences: ClassVar = {
        "ja": "標準出力に書き込めません({reason})。",
        "en": "Standard output cannot be written ({reason}).",
    }


class FormatMissingError(CoreError):
    sentences: ClassVar = {
        "ja": "名前からは表の種類がわかりません。--format で指定してください({formats}): {path}",
        "en": "The name does not tell what kind of table this is: say --format ({formats}), "
        "received: {path}",
    }


class ReadOnceError(CoreError):
    sentences: ClassVar = {
        "ja": "{option} では、一度しか読めない入力(標準入力、パイプ)は使えません: {path}",
        "en": "With {option} an input must be a file, not something that can be read only once: "
        "{path}",
    }


class RecipeMismatchError(CoreError):
    sentences: ClassVar = {
        "ja": "{path} は、{model} をつくったときのものと違います。",
        "en": "{path} is not what {model} was made from.",
    }


class OptionMissingError(CoreError):
    sentences: ClassVar = {
        "ja": "{option} には {needed} が必要です。",
        "en": "{option} needs {needed}.",
    }


class OptionUselessError(CoreError):
    sentences: ClassVar = {
        "ja": "{option} を指定できるのは {suffixes} だけです。受け取ったファイル: {path}",
        "en": "{option} can be given for {suffixes} only, received: {path}",
    }


class OtherSplitError(CoreError):
    sentences: ClassVar = {
        "ja": "{model} をつくったときの分割の文ではないので、保存できません: {path}",
        "en": "These are not the sentences of the split {model} was trained on, so nothing is "
        "stored: {path}",
    }


class LearntPartError(CoreError):
    sentences: ClassVar = {
        "ja": "{model} はこの文から学習しているので、測った値は保存できません: {part}",
        "en": "{model} has learnt these very sentences, so nothing is stored: {part}",
    }


class EncoderMismatchError(CoreError):
    sentences: ClassVar = {
        "ja": "事前学習した層 {path} は、このモデルの設定と合いません。違うもの: {difference}",
        "en": "The pretrained layers {path} do not fit this model; what differs: {difference}",
    }


class NoSentencesError(CoreError):
    sentences: ClassVar = {
        "ja": "{tokens} トークン以上の文が 1 つもありません。",
        "en": "There is no sentence of at least {tokens} tokens.",
    }


class TooFewWordVectorsError(CoreError):
    sentences: ClassVar = {
        "ja": "単語ベクトルをもつトークンが少なすぎます: {dim} 次元に対して {count}",
        "en": "Too few of the pieces have word vectors for {dim} dimensions: {count}",
    }


class PackageMissingError(CoreError):
    sentences: ClassVar = {
        "ja": "必要なパッケージがありません(pip install -r {requirements}): {package}",
        "en": "A package is missing (pip install -r {requirements}): {package}",
    }


class ClusterUnreachableError(CoreError):
    sentences: ClassVar = {
        "ja": "Ray のクラスタに接続できません: {address}({reason})",
        "en": "The Ray cluster cannot be reached: {address} ({reason})",
    }


class WorkersLostError(CoreError):
    sentences: ClassVar = {
        "ja": "ワーカーが動かないので中止しました。もう一度実行すると、終わったところは飛ばします: {out}({reason})",
        "en": "Stopped, the workers do not work; another run skips what is done: {out} ({reason})",
    }


class ShardsFailedError(CoreError):
    sentences: ClassVar = {
        "ja": "{total} 個のうち {failed} 個の部分を予測できませんでした。最初の理由: {first}",
        "en": "{failed} of {total} parts could not be predicted; the first reason: {first}",
    }


class InputChangedError(CoreError):
    sentences: ClassVar = {
        "ja": "行を数えたあとで変わったファイルです: {path}",
        "en": "This file has changed since its rows were counted: {path}",
    }


class NoInputFilesError(CoreError):
    sentences: ClassVar = {
        "ja": "{suffixes} のファイルが見つかりません: {path}",
        "en": "No file of {suffixes} was found: {path}",
    }


class ColumnMissingError(CoreError):
    sentences: ClassVar = {
        "ja": "{path} に列「{column}」がありません。ある列: {columns}",
        "en": "{path} has no column '{column}'; its columns are: {columns}",
    }


class OwnPredictionError(CoreError):
    sentences: ClassVar = {
        "ja": "{path} の列「{column}」はモデルの予測なので、正解には使えません。正解の列を選んでください。",
        "en": "Column '{column}' of {path} holds what a model predicted, which is no true label: "
        "please choose another column.",
    }


class TableSuffixError(CoreError):
    sentences: ClassVar = {
        "ja": "使える表は {suffixes} です。受け取ったファイル: {path}",
        "en": "A table is one of {suffixes}, received: {path}",
    }


class ExportSuffixError(CoreError):
    sentences: ClassVar = {
        "ja": "書き出せるのは {suffixes} です。受け取ったファイル: {path}",
        "en": "A result is written as one of {suffixes}, received: {path}",
    }


class ExportOneTextError(CoreError):
    sentences: ClassVar = {
        "ja": "1 度に書き出せるのは 1 つの文です。受け取った数: {received}",
        "en": "Only one text is written at a time, received: {received}",
    }


class SpreadsheetSuffixError(CoreError):
    sentences: ClassVar = {
        "ja": "{suffix} の表は読めません。Excel などで開き、.xlsx で保存し直してください: {path}",
        "en": "A {suffix} table cannot be read; open it in Excel or the like and save it as .xlsx: {path}",
    }


class TableDisguisedError(CoreError):
    sentences: ClassVar = {
        "ja": "名前は {suffix} ですが、中身は {kind} です。名前を直すか、.xlsx で保存し直してください: {path}",
        "en": "The name says {suffix}, but the content is {kind}; mend the name, or save it as .xlsx: {path}",
    }


class ExcelPasswordError(CoreError):
    sentences: ClassVar = {
        "ja": "パスワードで守られたファイルです。パスワードを外して保存し直してください: {path}",
        "en": "This file is protected by a password; save it without one: {path}",
    }


class SheetMissingError(CoreError):
    sentences: ClassVar = {
        "ja": "シート「{sheet}」がありません。あるシート: {sheets}: {path}",
        "en": "There is no sheet “{sheet}”; there are: {sheets}: {path}",
    }


class SheetEmptyError(CoreError):
    sentences: ClassVar = {
        "ja": "シート「{sheet}」は空です。ほかのシート: {sheets}: {path}",
        "en": "The sheet “{sheet}” is empty; others are: {sheets}: {path}",
    }


class TableEncodingError(CoreError):
    sentences: ClassVar = {
        "ja": "文字コードがわかりません(UTF-8、UTF-16、CP932、EUC-JP、ISO-2022-JP のどれでもないようです): {path}",
        "en": "The encoding is unknown (it seems to be none of UTF-8, UTF-16, CP932, EUC-JP, ISO-2022-JP): {path}",
    }


class TableForeignEncodingError(TableEncodingError):
    sentences: ClassVar = {
        "ja": "文字コードは {encoding} のようなので、読んでいません。UTF-8 で保存し直すか、文字コードを指定してください: {path}",
        "en": "The encoding seems to be {encoding}, so nothing was read; save the file as UTF-8 or name its encoding: {path}",
    }


class TableDamagedError(TableEncodingError):
    sentences: ClassVar = {
        "ja": "文字コードは {encoding} のようですが、読めないバイトがあります: {path}",
        "en": "The encoding seems to be {encoding}, but some bytes cannot be read: {path}",
    }


class TableNotTextError(TableEncodingError):
    sentences: ClassVar = {
        "ja": "文字の表ではなく、{kind} のファイルのようです: {path}",
        "en": "This is no table of text but seems to be a file of another kind, {kind}: {path}",
    }


class TableControlBytesError(TableEncodingError):
    sentences: ClassVar = {
        "ja": "文字ではないバイト({byte})があるので、文字の表として読めません: {path}",
        "en": "Some bytes are no characters ({byte}), so this is no table of text: {path}",
    }


class UnknownEncodingError(CoreError):
    sentences: ClassVar = {
        "ja": "その名前の文字コードはありません: {received}(選べる文字コード: {names})",
        "en": "There is no encoding of this name: {received} (there are: {names})",
    }


class TableDecodingError(CoreError):
    sentences: ClassVar = {
        "ja": "{encoding} として読めない文字があります: {path}({line} 行目より後)",
        "en": "Some characters cannot be read as {encoding}: {path} (after line {line})",
    }


class TableLineError(CoreError):
    sentences: ClassVar = {
        "ja": "{kind} として読めない行があります: {path}({line} 行目)",
        "en": "A line cannot be read as {kind}: {path} (line {line})",
    }


class JsonRecordError(TableLineError):
    sentences: ClassVar = {
        "ja": "行にできない値があります(行は名前と値の組です): {path}({line} 行目)、受け取った値: {received}",
        "en": "A value is no row (a row has names and values): {path} (line {line}), received: {received}",
    }


class JsonElementError(CoreError):
    sentences: ClassVar = {
        "ja": "行にできない値があります(行は名前と値の組です): {path}({place})、受け取った値: {received}",
        "en": "A value is no row (a row has names and values): {path} ({place}), received: {received}",
    }


class JsonKeyTwiceError(CoreError):
    sentences: ClassVar = {
        "ja": "1 つの行に同じ名前「{key}」が 2 回あります: {path}({line} 行目から)",
        "en": "A row has the name '{key}' twice: {path} (from line {line} on)",
    }


class JsonLengthsError(CoreError):
    sentences: ClassVar = {
        "ja": "値の数がそろっていません: {path}({first}: {length}、{other}: {received})",
        "en": "These differ in length: {path} ({first}: {length}, {other}: {received})",
    }


class JsonListsError(CoreError):
    sentences: ClassVar = {
        "ja": "行の配列がいくつもあるので、どれを読むのか決められません: {path}({keys})",
        "en": "There are several lists of rows, and only one can be read: {path} ({keys})",
    }


class JsonTooLargeError(CoreError):
    sentences: ClassVar = {
        "ja": "1 つの値が大きすぎます({limit} まで)。1 行に 1 件ずつの JSON なら、全体の大きさに"
        "制限はありません: {path}({line} 行目から)",
        "en": "One value is too large (at most {limit}); with a row a line, JSON may be of any "
        "size: {path} (from line {line} on)",
    }


class TableWidthError(CoreError):
    sentences: ClassVar = {
        "ja": "見出しの {columns} 列より多い {cells} 列の行があります: {path}({line} 行目)",
        "en": "A row has {cells} cells for {columns} columns: {path} (line {line})",
    }


class TableEmptyError(CoreError):
    sentences: ClassVar = {
        "ja": "見出しの行がない空の表です: {path}",
        "en": "This table is empty, it has no heading: {path}",
    }


class TableNoRowsError(CoreError):
    sentences: ClassVar = {
        "ja": "見出しだけで行のない表です: {path}(列: {columns})",
        "en": "This table has a heading and no rows: {path} (columns: {columns})",
    }


class ColumnsDifferError(CoreError):
    sentences: ClassVar = {
        "ja": "{first} と列が違います: {path}(列: {columns})",
        "en": "The columns are not those of {first}: {path} (columns: {columns})",
    }


class TableTooLargeError(CoreError):
    sentences: ClassVar = {
        "ja": "表が大きすぎます(展開した大きさで {limit} まで): {path}({received})",
        "en": "The table is too large (at most {limit}, uncompressed): {path} ({received})",
    }


class ParquetKindError(CoreError):
    sentences: ClassVar = {
        "ja": "名前は Parquet ですが、中身は {kind} です: {path}",
        "en": "The name says Parquet, but this is {kind}: {path}",
    }


class ParquetEncryptedError(CoreError):
    sentences: ClassVar = {
        "ja": "暗号化された Parquet は読めません: {path}",
        "en": "This Parquet file is encrypted and cannot be read: {path}",
    }


class TableTooManyCellsError(CoreError):
    sentences: ClassVar = {
        "ja": "表が大きすぎます({cells} セル、{characters} 文字まで): {path}",
        "en": "The table is too large (at most {cells} cells, {characters} characters): {path}",
    }


class TableTooManyColumnsError(CoreError):
    sentences: ClassVar = {
        "ja": "列が多すぎます({limit} 列まで): {path}({received} 列)",
        "en": "There are too many columns (at most {limit}): {path} ({received})",
    }


class RowMismatchError(CoreError):
    sentences: ClassVar = {
        "ja": "features.csv と labels.csv の行数が違います: {folder}({features}、{labels})",
        "en": "features.csv and labels.csv differ in length: {folder} ({features}, {labels})",
    }


class NoTextFilesError(CoreError):
    sentences: ClassVar = {
        "ja": "フォルダに .txt も .txt.xz もありません: {path}",
        "en": "This folder holds neither .txt nor .txt.xz files: {path}",
    }


class MixError(CoreError):
    sentences: ClassVar = {
        "ja": "{path}: 配合はファイル名と 0 以上の数の組です。受け取った値: {received}",
        "en": "{path}: a mix maps file names to numbers of at least 0, received: {received}",
    }


class VocabularySizeError(CoreError):
    sentences: ClassVar = {
        "ja": "このテキストからは {vocabulary_size} 個のトークンを作れません({reason})",
        "en": "This text cannot give {vocabulary_size} pieces ({reason})",
    }


class TooFewForFoldsError(CoreError):
    sentences: ClassVar = {
        "ja": "{folds} 分割には例文が足りません。文: {sentences}、記事: {groups}",
        "en": "Too few examples for {folds} folds; sentences: {sentences}, articles: {groups}",
    }


class TooFewExamplesError(CoreError):
    sentences: ClassVar = {
        "ja": "例文が足りません(2 種類以上のラベル、どの部分にも 1 文以上が必要です): {counts}",
        "en": "Too few examples (at least 2 labels and 1 example in every part): {counts}",
    }


class NoCasesError(CoreError):
    sentences: ClassVar = {
        "ja": "フォルダにふるまいテストの CSV がありません: {path}",
        "en": "This folder holds no behaviour tests (CSV): {path}",
    }


class BrokenCaseError(CoreError):
    sentences: ClassVar = {
        "ja": "{path} の {line} 行目: 列「{column}」の値が正しくありません。受け取った値: {received}",
        "en": "{path}, line {line}: the value of column '{column}' is not right, received: {received}",
    }


class UnknownLabelError(CoreError):
    sentences: ClassVar = {
        "ja": "このモデルにないラベルです: {label}(あるラベル: {labels})",
        "en": "This model has no such label: {label} (it has: {labels})",
    }


class UnknownMethodError(CoreError):
    sentences: ClassVar = {
        "ja": "知らない見方です: {method}(選べる見方: {methods})",
        "en": "Unknown method: {method} (there are: {methods})",
    }


class UnsafeArchiveError(CoreError):
    sentences: ClassVar = {
        "ja": "安全に展開できないアーカイブです: {path}({member})",
        "en": "This archive is not safe to unpack: {path} ({member})",
    }


class NotTheCorpusError(CoreError):
    sentences: ClassVar = {
        "ja": "KNB コーパスではありません: {path}({missing} がありません)",
        "en": "This is not the KNB corpus: {path} (no {missing})",
    }


class DownloadError(CoreError):
    sentences: ClassVar = {
        "ja": "ダウンロードできませんでした: {url}({reason})",
        "en": "The download failed: {url} ({reason})",
    }


class DownloadChecksumError(CoreError):
    sentences: ClassVar = {
        "ja": "ダウンロードした {url} のチェックサムが違います: {received}",
        "en": "The download {url} has the wrong checksum: {received}",
    }


class InterruptedTrainingError(CoreError):
    sentences: ClassVar = {
        "ja": "最初のエポックが終わる前に中止されたので、何も保存していません: {path}",
        "en": "Stopped before the first epoch had ended, so nothing was saved: {path}",
    }


class LinkTooLongError(CoreError):
    sentences: ClassVar = {
        "ja": "リンクに入るのは、文も編集の記録も {limit} 文字までです。受け取った文字数: {received}",
        "en": "A link holds a text, and a record of edits, of at most {limit} characters; received: {received}",
    }


class SharedEditsError(CoreError):
    sentences: ClassVar = {
        "ja": "トークンの編集を復元できないので、編集する前の文を表示します。受け取ったもの: {received}",
        "en": "The edits of the tokens cannot be restored, the text is shown without them; received: {received}",
    }


class OtherModelError(CoreError):
    sentences: ClassVar = {
        "ja": "共有されたときとは中身の違うモデルです。数値は同じになりません。モデルとチェックサム: {received}",
        "en": "This is not the model of the one who shared it, so the numbers differ; its name and checksum: {received}",
    }


class ModelMissingError(CoreError):
    sentences: ClassVar = {
        "ja": "共有されたときのモデルがここにはないので、別のモデルで表示します。モデルの名前: {received}",
        "en": "The model of the one who shared it is not here, another one answers; its name: {received}",
    }


class SharedFileTooLargeError(CoreError):
    sentences: ClassVar = {
        "ja": "開けるファイルは {limit} バイトまでです。受け取ったバイト数: {received}",
        "en": "A file of at most {limit} bytes can be opened, received: {received}",
    }


class NoSharedFileError(CoreError):
    sentences: ClassVar = {
        "ja": "このアプリで保存したファイルではないか、壊れています({reason})",
        "en": "This file was not saved by this app, or it is broken ({reason})",
    }


class SharedSchemaError(CoreError):
    sentences: ClassVar = {
        "ja": "ほかの版のアプリで保存したファイルです(読めるのは {schema}): {received}",
        "en": "This file was saved by another version of the app (readable: {schema}): {received}",
    }


class TooManyEditsError(CoreError):
    sentences: ClassVar = {
        "ja": "ファイルに入る編集は {limit} 回までです。受け取った回数: {received}",
        "en": "A file holds at most {limit} edits, received: {received}",
    }
