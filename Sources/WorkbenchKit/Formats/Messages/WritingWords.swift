import KitModel

/// Words that stand in written files.
enum WritingWords {
  static let table = Message("formats.word-table", zh: "表", en: "Table")
  static let sheet = Message("formats.word-sheet", zh: "表{number}", en: "Sheet{number}")
  static let number = Message("formats.word-number", zh: "序号", en: "No.")
  static let page = Message("formats.word-page", zh: "第 &P 页，共 &N 页", en: "Page &P of &N")
  static let total = Message("formats.word-total", zh: "合计", en: "Total")
  static let subtotal = Message("formats.word-subtotal", zh: "小计", en: "Subtotal")
  static let item = Message("formats.word-item", zh: "项目", en: "Item")
  static let entry = Message("formats.word-entry", zh: "填写", en: "Entry")
  static let pickOne = Message("formats.word-pick-one", zh: "请从下拉列表里选", en: "Please pick from the list")
  static let numberWanted = Message(
    "formats.word-number-wanted", zh: "请填数字（下限 {min}，上限 {max}）", en: "A number, please (from {min} to {max})")
  static let numberAny = Message("formats.word-number-any", zh: "请填数字", en: "A number, please")
  static let numberFrom = Message(
    "formats.word-number-from", zh: "请填数字，不低于 {min}", en: "A number, please, not below {min}")
  static let numberTo = Message(
    "formats.word-number-to", zh: "请填数字，不超过 {max}", en: "A number, please, {max} at most")
  static let numberBelow = Message(
    "formats.word-number-below", zh: "请填数字，不低于 {min}，不超过同行的“{label}”",
    en: "A number, please, from {min} to “{label}” of the same row")

  static let all = [
    table, sheet, number, page, total, subtotal, item, entry, pickOne, numberWanted, numberAny, numberFrom,
    numberTo, numberBelow,
  ]
}
