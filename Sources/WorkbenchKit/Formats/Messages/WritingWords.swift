import KitModel

/// Words that stand in written files.
enum WritingWords {
  static let table = Message("formats.word-table", zh: "表", en: "Table")
  static let sheet = Message("formats.word-sheet", zh: "表{number}", en: "Sheet{number}")
  static let number = Message("formats.word-number", zh: "序号", en: "No.")
  static let page = Message("formats.word-page", zh: "第 &P 页，共 &N 页", en: "Page &P of &N")
  static let total = Message("formats.word-total", zh: "合计", en: "Total")
  static let subtotal = Message("formats.word-subtotal", zh: "小计", en: "Subtotal")

  static let all = [table, sheet, number, page, total, subtotal]
}
