"""Words on how a file was read."""

WORDS: dict[str, dict[str, str]] = {
    "read_two": {"ja": "{first}{second}", "en": "{first} {second}"},  # sentences
    "read_size": {
        "ja": "{columns} 列、{rows} 行を読みました。",
        "en": "Read {columns} columns and {rows} rows.",
    },
    "read_guessed": {
        "ja": "文字コードは {encoding} だと推定しました({row})。",
        "en": "The encoding is taken to be {encoding} ({row}).",
    },
    "read_first_row": {"ja": "最初の行: {row}", "en": "the first row: {row}"},
    "read_row": {"ja": "{number} 行目: {row}", "en": "row {number}: {row}"},
    "read_names": {"ja": "列の名前: {row}", "en": "the names of the columns: {row}"},
    "read_delimiter": {
        "ja": "区切りの文字は「{sign}」です。",
        "en": "The delimiter is “{sign}”.",
    },
    "read_above_heading": {
        "ja": "列の名前は {line} 行目にあります。その上の {count} 行は読んでいません。",
        "en": "The names of the columns stand in line {line}; {count} lines above it are not read.",
    },
    "read_heading_again": {
        "ja": "列の名前をくり返す {count} 行は読んでいません(最初は {line} 行目)。",
        "en": "{count} lines that repeat the names of the columns are not read (the first: line {line}).",
    },
    "read_short_row": {
        "ja": "列が足りない {count} 行は、残りを空として読みました(最初は {line} 行目)。",
        "en": "{count} rows have too few cells, the rest counts as empty (the first: line {line}).",
    },
    "read_unnamed_column": {
        "ja": "名前のない {count} 列には番号の名前を付けました(最初は「{column}」)。",
        "en": "{count} columns without a name are called by their number (the first: “{column}”).",
    },
    "read_column_twice": {
        "ja": "同じ名前の列が {count} 組あるので、番号を付けました(最初は「{column}」→「{name}」)。",
        "en": "{count} columns are called like another and got a number (the first: “{column}” → “{name}”).",
    },
    "read_json_within": {
        "ja": "行は「{place}」の中にあります。",
        "en": "The rows stand in “{place}”.",
    },
    "read_json_beside": {
        "ja": "そのほかの {count} 項目は読んでいません(最初は「{first}」)。",
        "en": "{count} other entries are not read (the first: “{first}”).",
    },
    "read_json_texts": {
        "ja": "文だけの配列なので、列の名前を「text」にしました。",
        "en": "The rows are texts alone; their column is called “text”.",
    },
    "read_json_columns": {
        "ja": "列ごとにまとめた値を、行に並べ直しました。",
        "en": "The values are listed column by column and were put into rows.",
    },
    "read_json_row_names": {
        "ja": "{count} 行の名前は読んでいません(最初は「{first}」)。",
        "en": "The names of {count} rows are not read (the first: “{first}”).",
    },
    "read_objects_whole": {
        "ja": "{count} 列は、項目に分けずに JSON の文字のまま読みました(最初は「{column}」)。",
        "en": "The objects in {count} columns are read as JSON, not taken apart (the first: “{column}”).",
    },
    "read_list_of_one": {
        "ja": "値が 1 つだけのリスト {count} 個は、その値として読みました(最初は {row} 件目の「{column}」)。",
        "en": "{count} lists of one value are read as that value (the first: row {row}, “{column}”).",
    },
    "read_list_empty": {
        "ja": "空のリスト {count} 個は、空として読みました(最初は {row} 件目の「{column}」)。",
        "en": "{count} empty lists are read as empty cells (the first: row {row}, “{column}”).",
    },
    "read_as_json": {
        "ja": "値がいくつもあるセル {count} 個は、JSON の文字のまま読みました(最初は {row} 件目の「{column}」)。",
        "en": "{count} cells of several values are read as JSON (the first: row {row}, “{column}”).",
    },
    "read_bytes": {
        "ja": "UTF-8 の文字でないセル {count} 個は、読めないところを � にしました(最初は {row} 件目の「{column}」)。",
        "en": "{count} cells are not UTF-8; what cannot be read became � (the first: row {row}, “{column}”).",
    },
    "read_sheet": {
        "ja": "シート「{sheet}」を読みました。",
        "en": "The sheet “{sheet}” is read.",
    },
    "read_empty_sheets": {
        "ja": "その前のシート「{sheets}」は空です。",
        "en": "Empty sheets before it: “{sheets}”.",
    },
    "read_hidden_sheets": {
        "ja": "シート「{sheets}」は隠れているので読んでいません。",
        "en": "Hidden sheets are not read: “{sheets}”.",
    },
    "read_other_sheets": {
        "ja": "ほかのシート「{sheets}」は読んでいません。",
        "en": "Other sheets are not read: “{sheets}”.",
    },
    "read_merged_cells": {
        "ja": "結合されたセルの値を、その下の {count} 個のセルにも入れました(最初は {cell})。",
        "en": "The values of merged cells fill {count} cells below, too (the first: {cell}).",
    },
    "read_column_groups": {
        "ja": "列の名前が何行かにわたるので、いちばん下の行の名前を使いました(その上の {count} 行は、{line} 行目から)。",
        "en": "The names of the columns take several lines, the last one counts ({count} above it, from line {line} on).",
    },
    "read_no_result": {
        "ja": "{count} 個のセルの式には結果が保存されていません(最初は {cell})。"
        "Excel で開いて保存し直してください。",
        "en": "{count} cells hold formulas without a stored result (the first: {cell}); "
        "open the file in Excel and save it.",
    },
    "read_hidden_rows": {
        "ja": "隠れている {count} 行も読みました(最初は {line} 行目)。",
        "en": "{count} hidden rows are read, too (the first: line {line}).",
    },
    "read_hidden_columns": {
        "ja": "隠れている {count} 列も読みました(最初は {column} 列)。",
        "en": "{count} hidden columns are read, too (the first: {column}).",
    },
}
