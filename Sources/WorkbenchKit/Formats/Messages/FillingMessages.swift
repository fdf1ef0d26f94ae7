import KitModel

/// Faults of workbooks that were received to be filled in.
enum FillingMessages {
  static let convertible = Message(
    "formats.filling-convertible", zh: "表样 {file} 不是 xlsx 工作簿，不能照原样填写",
    en: "the template {file} is no xlsx workbook and cannot be filled in as it is",
    helpZh: "用 Excel 或 WPS 打开，另存为 .xlsx（xls、et、ods 都要这样），再用另存的文件。",
    helpEn: "open it in Excel or WPS, save it as .xlsx (xls, et and ods all need that), and use that file.")
  static let encoding = Message(
    "formats.filling-encoding", zh: "{file} 里的 {part} 不是 UTF-8 编码，不能照原样填写",
    en: "{part} in {file} is not encoded as UTF-8 and cannot be filled in as it is",
    helpZh: "用 Excel 或 WPS 打开，另存一次再用。", helpEn: "open it in Excel or WPS, save it once more and use that.")
  static let cannotInsert = Message(
    "formats.filling-cannot-insert", zh: "要填 {rows} 行，空行差 {more} 行，而表样里有{what}，插入行会弄坏它",
    en:
      "{rows} {rows:row|rows} are to be filled in, {more} more than there are blank ones, and rows inserted would break {what} of the template",
    helpZh: "在 Excel 或 WPS 里给表样加够空行，存盘后再导出。",
    helpEn: "add blank rows to the template in Excel or WPS, save it, and export again.")

  static let all = [convertible, encoding, cannotInsert]
}

/// What stands in the way of inserted rows.
enum FillingWords {
  static let pivot = Message("formats.word-pivot", zh: "数据透视表", en: "a pivot table")
  static let control = Message("formats.word-control", zh: "按钮等控件", en: "a button or another control")
  static let object = Message("formats.word-object", zh: "嵌入的对象", en: "an embedded object")
  static let array = Message("formats.word-array", zh: "跨这些行的数组公式", en: "an array formula across these rows")
  static let dataTable = Message("formats.word-data-table", zh: "模拟运算表", en: "a what-if table")

  static let all = [pivot, control, object, array, dataTable]
}
