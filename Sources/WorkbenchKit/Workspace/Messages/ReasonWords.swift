import KitModel

/// Reasons that stand within other messages; those of the system are in `SystemReason`.
public enum ReasonWords {
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

  public static let all = [tooSlow, died, damaged, noHeading, hidden, notChosen, storedPlace, rowOfFile]
}
