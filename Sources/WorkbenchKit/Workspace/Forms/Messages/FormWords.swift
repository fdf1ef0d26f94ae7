import KitModel

/// Words that stand in sheets and lists of forms.
enum FormWords {
  static let unit = Message(
    "workspace.words-form-unit", zh: "填报单位：{name}　期间：{period}", en: "Unit: {name}   Period: {period}")
  static let deadline = Message("workspace.words-form-deadline", zh: "截止：{date}", en: "Due: {date}")
  static let sheetsWritten = Message("workspace.words-form-sheets", zh: "已写出", en: "written")
  static let filesRead = Message("workspace.words-form-files", zh: "已读", en: "read")
  static let chaseTitle = Message(
    "workspace.words-form-chase-title", zh: "【催报】{form}（{period}）{due}还有 {count} 家没有交：",
    en: "[Reminder] {form} ({period}) {due}{count} still to come:")
  static let chaseDue = Message("workspace.words-form-chase-due", zh: "截止 {date}，", en: "due {date}, ")
  static let chaseReturned = Message(
    "workspace.words-form-chase-returned", zh: "退回待改（{count}）：", en: "Sent back, to be mended ({count}):")
  static let chaseNone = Message(
    "workspace.words-form-chase-none", zh: "{form}（{period}）已收齐。", en: "{form} ({period}): all are in.")

  static let all = [
    unit, deadline, sheetsWritten, filesRead, chaseTitle, chaseDue, chaseReturned, chaseNone,
  ]

  static func label(_ message: Message) -> Label { Label(zh: message.zh, en: message.en) }

  /// The first names of many.
  static func listed(_ names: [String]) -> String {
    names.prefix(8).joined(separator: "、") + (names.count > 8 ? "…" : "")
  }
}
