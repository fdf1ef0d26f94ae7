import KitModel

/// Reasons that stand within other messages.
public enum ReasonWords {
  public static let diskFull = Message("workspace.reason-disk-full", zh: "磁盘已满", en: "the disk is full")
  public static let noPermission = Message("workspace.reason-no-permission", zh: "没有权限", en: "no permission")
  public static let readOnly = Message("workspace.reason-read-only", zh: "磁盘只读", en: "the disk is read-only")
  public static let missing = Message(
    "workspace.reason-missing", zh: "没有这个文件或文件夹", en: "no such file or folder")
  public static let systemError = Message(
    "workspace.reason-system", zh: "系统错误 {code}", en: "system error {code}")
  public static let tooSlow = Message("workspace.reason-too-slow", zh: "等了很久没有做完", en: "it took too long")
  public static let died = Message("workspace.reason-died", zh: "程序中途退出", en: "the program died")
  public static let damaged = Message(
    "workspace.reason-damaged", zh: "文件可能损坏", en: "the file may be damaged")
  public static let noHeading = Message(
    "workspace.reason-no-heading", zh: "没有合适的表头", en: "no fitting heading")
  public static let hidden = Message("workspace.reason-hidden", zh: "是隐藏的", en: "it is hidden")
  public static let notChosen = Message("workspace.reason-not-chosen", zh: "没有选它", en: "it was not chosen")

  public static let storedPlace = Message(
    "workspace.reason-stored-place", zh: "（{source} 第 {row} 行）", en: " ({source}, row {row})")
  public static let rowOfFile = Message("workspace.reason-row-of-file", zh: "第 {row} 行", en: "row {row}")

  public static let all = [
    diskFull, noPermission, readOnly, missing, systemError, tooSlow, died, damaged, noHeading, hidden,
    notChosen, storedPlace, rowOfFile,
  ]
}

extension Message {
  /// Arguments `reason` and `reasonEn` of a message that gives this one as its reason.
  func reason(_ arguments: [String: String] = [:]) -> [String: String] {
    ["reason": text(.zh, arguments), "reasonEn": text(.en, arguments)]
  }
}
