import KitModel

/// What stands below a table.
enum TableMessages {
  static let rows = Message("formats.rows", zh: "共 {rows} 行", en: "{rows} {rows:row|rows}")
  static let rowsShown = Message(
    "formats.rows-shown", zh: "显示前 {shown} 行，共 {rows} 行", en: "first {shown} of {rows} {rows:row|rows}")
  static let narrowed = Message(
    "formats.columns-narrowed", zh: "太宽，有文字截短（…）的列：{columns}",
    en: "too wide, texts cut (…) in: {columns}")
  static let leftOut = Message(
    "formats.columns-left-out", zh: "太宽，有 {count} 列未显示：{columns}（用「| 选列 …」挑列，或「| 列表」逐条看）",
    en:
      "too wide, {count} {count:column|columns} not shown: {columns} (choose with '| select …', or see each row with '| list')"
  )
  static let empty = Message(
    "formats.columns-empty", zh: "没有内容、因此未显示的列：{columns}", en: "not shown, as nothing stands there: {columns}"
  )
  static let nothing = Message("formats.no-value", zh: "—", en: "—")

  static let all = [rows, rowsShown, narrowed, leftOut, empty, nothing]
}
