import KitModel

/// Faults of json and jsonl files.
enum JSONMessages {
  static let syntax = Message(
    "formats.json-syntax", zh: "{file} 第 {line} 行第 {column} 列不是正确的 JSON：{found}",
    en: "line {line}, column {column} of {file} is not valid JSON: {found}",
    helpZh: "检查这一处的逗号、引号和括号；文件没有传完也会这样。",
    helpEn: "look at the commas, quotes and brackets there; a file cut short looks like that too.")
  static let end = Message("formats.json-end", zh: "文件在这里就完了", en: "the file ends here")
  static let notRecords = Message(
    "formats.json-not-records", zh: "{file} 第 {line} 行不是记录：整个文件应是对象的数组，或每行一个对象",
    en:
      "line {line} of {file} is no record: the file should be an array of objects, or hold one object on each line",
    helpZh: "每条记录写成一个对象，用名称对应值；数和文字不能单独成条。",
    helpEn: "write each record as an object of names and values; a number or text alone is none.")
  static let repeatedKey = Message(
    "formats.json-repeated-key", zh: "{file} 第 {line} 行的记录里「{key}」出现了两次",
    en: "the record in line {line} of {file} has the key '{key}' twice",
    helpZh: "每个名称在一条记录里只能出现一次。", helpEn: "each key may stand once in a record.")
  static let tooDeep = Message(
    "formats.json-too-deep", zh: "{file} 第 {line} 行的嵌套超过 {limit} 层",
    en: "line {line} of {file} nests deeper than {limit} levels",
    helpZh: "正常的数据没有这么深，请检查来源。", helpEn: "data does not nest like that: check where it comes from.")
  static let tooManyColumns = Message(
    "formats.json-too-many-columns", zh: "{file} 里的名称超过 {limit} 个（到第 {line} 行）",
    en: "{file} has more than {limit} keys (by line {line})",
    helpZh: "名称每条不同，可能把数据写成了名称；请改成固定的名称。",
    helpEn: "if each record has keys of its own, data may stand where names should.")
  static let recordTooLong = Message(
    "formats.json-record-too-long", zh: "{file} 第 {line} 行的记录超过 {limit} MB",
    en: "the record in line {line} of {file} is larger than {limit} MB",
    helpZh: "检查这一行的引号和括号。", helpEn: "look at the quotes and brackets of that line.")

  static let all = [
    syntax, end, notRecords, repeatedKey, tooDeep, tooManyColumns, recordTooLong,
  ]
}
