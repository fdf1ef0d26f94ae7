import KitModel

/// Words that stand in workbooks for changes, and in the table of changes.
enum EditWords {
  static let fileName = Message("workspace.words-edit-file", zh: "修改", en: "edit")
  static let title = Message("workspace.words-edit-title", zh: "修改：{entity}", en: "Changes: {entity}")
  static let facts = Message(
    "workspace.words-edit-facts", zh: "共 {count} 行，{day} 写出", en: "{count} {count:row|rows}, written {day}")
  static let guide = Message(
    "workspace.words-edit-guide", zh: "改白色的格；灰色的格锁定，不能改。",
    en: "Change the white cells; the grey ones are locked.")
  static let guideRows = Message(
    "workspace.words-edit-guide-rows", zh: "要删一行，在第一列选“删除”；要加行，写在最后的空行里。",
    en: "To remove a row, choose “remove” in the first column; new rows go into the empty ones at the end.")
  static let guideNoRows = Message(
    "workspace.words-edit-guide-no-rows", zh: "要删一行，在第一列选“删除”；这里不能加行。",
    en: "To remove a row, choose “remove” in the first column; no rows can be added here.")
  static let markHeading = Message("workspace.words-edit-mark-heading", zh: "删除？", en: "Remove?")
  static let mark = Message("workspace.words-edit-mark", zh: "删除", en: "remove")

  static let change = Message("workspace.words-edit-change", zh: "改动", en: "Change")
  static let row = Message("workspace.words-edit-row", zh: "行", en: "Row")
  static let name = Message("workspace.words-edit-name", zh: "名称", en: "Name")
  static let column = Message("workspace.words-edit-column", zh: "列", en: "Column")
  static let before = Message("workspace.words-edit-before", zh: "原来", en: "Before")
  static let after = Message("workspace.words-edit-after", zh: "改为", en: "After")
  static let cell = Message("workspace.words-edit-cell", zh: "位置", en: "Cell")
  static let changed = Message("workspace.words-edit-changed", zh: "修改", en: "change")
  static let added = Message("workspace.words-edit-added", zh: "新增", en: "add")
  static let removed = Message("workspace.words-edit-removed", zh: "删除", en: "remove")

  static let writeThem = Message("workspace.words-edit-write", zh: "写入", en: "write them")
  static let leaveThem = Message(
    "workspace.words-edit-leave", zh: "不写，只写其余的改动", en: "leave them, write the rest")

  static let all = [
    fileName, title, facts, guide, guideRows, guideNoRows, markHeading, mark, change, row, name, column,
    before, after, cell, changed, added, removed, writeThem, leaveThem,
  ]

  /// Whether a text in the first column says that the row is to go.
  static func isMark(_ text: String) -> Bool {
    let words = UILanguage.allCases.map { mark.text($0) } + ["删", "是", "√", "✓", "x", "×", "yes", "delete"]
    return words.contains { NameKey($0) == NameKey(text) }
  }
}
