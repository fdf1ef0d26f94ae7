import KitModel

/// Words that stand in sheets and lists of forms.
enum FormWords {
  static let unit = Message(
    "workspace.words-form-unit", zh: "填报单位：{name}　期间：{period}", en: "Unit: {name}   Period: {period}")
  static let anonymousSheet = Message(
    "workspace.words-form-anonymous", zh: "本表不记名　期间：{period}", en: "Anonymous   Period: {period}")
  static let anonymousUnit = Message(
    "workspace.words-form-anonymous-unit", zh: "一家不记名的单位", en: "an anonymous unit")
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
    unit, anonymousSheet, anonymousUnit, deadline, sheetsWritten, filesRead, chaseTitle, chaseDue,
    chaseReturned, chaseNone, taken, late,
    returned, open, skipped, unknown, fits, fitsLate, goesBack, isNone,
  ]

  private static let taken = Message("workspace.words-form-taken", zh: "已交", en: "taken")
  private static let late = Message("workspace.words-form-late", zh: "迟交", en: "late")
  private static let returned = Message("workspace.words-form-returned", zh: "退回", en: "sent back")
  private static let open = Message("workspace.words-form-open", zh: "未交", en: "missing")
  private static let skipped = Message("workspace.words-form-skipped", zh: "略过", en: "skipped")
  private static let unknown = Message("workspace.words-form-unknown", zh: "未收", en: "not taken")
  private static let fits = Message("workspace.words-form-fits", zh: "可以收", en: "would be taken")
  private static let fitsLate = Message(
    "workspace.words-form-fits-late", zh: "可以收（迟交）", en: "would be taken, late")
  private static let goesBack = Message("workspace.words-form-goes-back", zh: "要退回", en: "would be sent back")
  private static let isNone = Message("workspace.words-form-is-none", zh: "收不了", en: "would not be taken")

  /// What people read for the states of sheets; programs read the states as they are kept.
  static let states = [
    FormRelations.State.open: label(open), FormRelations.State.taken: label(taken),
    FormRelations.State.late: label(late), FormRelations.State.returned: label(returned),
  ]

  static let results = states.merging([
    FormCollector.Outcome.skipped: label(skipped), FormCollector.Outcome.unknown: label(unknown),
  ]) { $1 }

  static let lookResults = [
    FormRelations.State.taken: label(fits), FormRelations.State.late: label(fitsLate),
    FormRelations.State.returned: label(goesBack), FormCollector.Outcome.skipped: label(skipped),
    FormCollector.Outcome.unknown: label(isNone),
  ]

  static func label(_ message: Message) -> Label { Label(zh: message.zh, en: message.en) }

  /// The first names of many.
  static func listed(_ names: [String]) -> String {
    names.prefix(8).joined(separator: "、") + (names.count > 8 ? "…" : "")
  }
}
