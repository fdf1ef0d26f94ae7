import KitModel

/// Faults and facts of csv and other delimited text.
enum DelimitedMessages {
  static let encoding = Message(
    "formats.csv-encoding", zh: "{file} 按 {encoding} 编码读取", en: "{file} is read as {encoding}")
  static let delimiter = Message(
    "formats.csv-delimiter", zh: "{file} 按分隔符 {delimiter} 读取",
    en: "{file} is read with {delimiter} as delimiter")
  static let invalidBytes = Message(
    "formats.csv-invalid-bytes", zh: "{file} 第 {line} 行有不属于 {encoding} 编码的字节",
    en: "line {line} of {file} holds bytes that are not {encoding}",
    helpZh: "用 Excel 或 WPS 打开核对该行，另存为「CSV UTF-8」后再导入。",
    helpEn: "open it in Excel or WPS, look at that line, and save it as CSV UTF-8.")
  static let mixedEncodings = Message(
    "formats.csv-mixed-encodings",
    zh: "{file} 混有两种编码：第 {utf8} 行是 UTF-8，第 {other} 行是 GBK（GB18030）",
    en: "{file} mixes two encodings: line {utf8} is UTF-8, line {other} is GBK (GB18030)",
    helpZh: "它多半由两个文件拼成：请分开保存成同一种编码后再导入。",
    helpEn: "it was probably put together from two files: save each in one encoding and import again.")
  static let encodingUnavailable = Message(
    "formats.csv-encoding-unavailable", zh: "本机不能转换 {encoding} 编码，无法读取 {file}",
    en: "this machine cannot convert {encoding}: {file} cannot be read",
    helpZh: "另存为「CSV UTF-8」，或请管理员安装 Debian 的 libc-bin、libc6 字符集（gconv）。",
    helpEn: "save it as CSV UTF-8, or have the character sets of libc6 (gconv) installed.")
  static let nulByte = Message(
    "formats.csv-nul", zh: "{file} 第 {line} 行第 {column} 列有空字节（NUL），文件可能已损坏",
    en: "line {line}, column {column} of {file} holds a NUL byte; the file may be damaged",
    helpZh: "请对方用 Excel 或 WPS 重新导出后再发。", helpEn: "ask for a fresh export from Excel or WPS.")
  static let quoteUnclosed = Message(
    "formats.csv-quote-unclosed", zh: "{file} 第 {line} 行第 {column} 列开始的引号没有配对的结束引号",
    en: "the quote that opens in line {line}, column {column} of {file} is not closed",
    helpZh: "补上结束的 \"；单元格里的引号要写成两个 \"\"。",
    helpEn: "add the closing \"; a quote within a cell is written twice, \"\".")
  static let textAfterQuote = Message(
    "formats.csv-text-after-quote", zh: "{file} 第 {line} 行第 {column} 列的结束引号后还有文字，已连在一起读取",
    en: "line {line}, column {column} of {file} has text after the closing quote; both were read as one",
    helpZh: "若不对，请把单元格里的引号写成两个 \"\"。",
    helpEn: "if that is wrong, write a quote within a cell twice, \"\".")
  static let moreTextAfterQuote = Message(
    "formats.csv-more-text-after-quote", zh: "{file} 另有 {count} 处结束引号后还有文字",
    en: "{count} more {count:cell|cells} of {file} {count:has|have} text after the closing quote")
  static let tooManyColumns = Message(
    "formats.csv-too-many-columns", zh: "{file} 第 {line} 行超过 {limit} 列",
    en: "line {line} of {file} has more than {limit} columns",
    helpZh: "检查分隔符和换行是否正确；真有这么多列时请拆成几个文件。",
    helpEn: "check delimiter and line ends; if it really is that wide, split it into several files.")
  static let recordTooLong = Message(
    "formats.csv-record-too-long", zh: "{file} 第 {line} 行开始的一条记录超过 {limit} MB",
    en: "the record that begins in line {line} of {file} is larger than {limit} MB",
    helpZh: "多半是引号没有配对或换行不对：检查这一行附近的引号。",
    helpEn: "a quote is probably not closed: look at the quotes near that line.")

  static let all = [
    encoding, delimiter, invalidBytes, mixedEncodings, encodingUnavailable, nulByte, quoteUnclosed,
    textAfterQuote,
    moreTextAfterQuote, tooManyColumns, recordTooLong,
  ]
}
