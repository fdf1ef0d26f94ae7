import KitModel

/// Why a row is no data.
public enum RowMessages {
  public static let total = Message("workspace.row-total", zh: "合计或小计行", en: "a total")
  public static let note = Message("workspace.row-note", zh: "注释行", en: "a note")
  public static let signature = Message(
    "workspace.row-signature", zh: "填表人、审核人等落款行", en: "a line of signatures")
  public static let repeatedHeading = Message(
    "workspace.row-repeated-heading", zh: "重复的表头", en: "the heading again")
  public static let columnNumbers = Message(
    "workspace.row-column-numbers", zh: "栏次行", en: "numbers of the columns")

  public static let all = [total, note, signature, repeatedHeading, columnNumbers]
}
