import KitModel

/// A row of the register.
public struct PaperRecord: Sendable {
  /// 拟稿号: what the paper is called before it has a number, and its key for ever.
  public var draft: String
  public var kind: String
  public var title: String
  /// 发文字号; nil before it is signed.
  public var reference: String?
  /// The series that numbered it, and its number there.
  public var series: String?
  public var number: Int?
  /// Key of the unit that it concerns.
  public var unit: String?
  public var inspection: String?
  public var recipient: String?
  public var state: PaperState
  /// What it says: see `DocumentTemplate.read`, with the marks of `PaperText`.
  public var text: String
  public var draftedBy: String
  public var draftedOn: CalendarDate?
  /// Who brought back a changed text last; nil: nobody did.
  public var revisedBy: String?
  public var reviewedBy: String?
  public var signedBy: String?
  public var signedOn: CalendarDate?
  public var deliveredOn: CalendarDate?
  /// Code of the journal's head when it was signed.
  public var code: String?
  public var remark: String?
  public var voidedOn: CalendarDate?
  public var voidReason: String?

  /// What to call it: its number, else that of the draft.
  public var name: String { reference ?? draft }

  /// What stands at the head of a voided paper, which is Chinese as the paper is.
  var voidedWords: String {
    "（本件已作废" + (voidedOn.map { "：" + $0.officialText } ?? "") + (voidReason.map { "，" + $0 } ?? "") + "）"
  }

  /// Whoever wrote a part of it.
  func isWritten(by person: String) -> Bool { writers.contains(person) }

  /// All who wrote at its text, in the order of their first word.
  private var writers: [String] { [draftedBy] + revisers }

  /// Those who changed it since it was drafted.
  private var revisers: [String] {
    (revisedBy ?? "").split(separator: Self.separator).map(String.init)
  }

  private static let separator: Character = "、"

  /// What the register keeps of them once `person` has changed the text too.
  func revised(by person: String) -> String {
    (revisers.contains(person) ? revisers : revisers + [person]).joined(separator: String(Self.separator))
  }

  /// What messages call it.
  public var words: [String: String] {
    ["paper": name, "title": title, "state": state.rawValue, "stateEn": state.english]
  }

  static let fields = [
    "draft", "kind", "title", "reference", "unit", "inspection", "recipient", "state", "text", "drafted_by",
    "drafted_on", "reviewed_by", "signed_by", "signed_on", "delivered_on", "code", "remark", "revised_by",
    "voided_on", "void_reason", "series", "number",
  ]

  init(_ row: Record) {
    draft = row.text("draft") ?? ""
    kind = row.text("kind") ?? ""
    title = row.text("title") ?? ""
    reference = row.text("reference")
    series = row.text("series")
    number = row.integer("number")
    unit = row.text("unit")
    inspection = row.text("inspection")
    recipient = row.text("recipient")
    state = row.text("state").flatMap(PaperState.init) ?? .drafted
    text = row.text("text") ?? ""
    draftedBy = row.text("drafted_by") ?? ""
    draftedOn = row.date("drafted_on")
    revisedBy = row.text("revised_by")
    reviewedBy = row.text("reviewed_by")
    signedBy = row.text("signed_by")
    signedOn = row.date("signed_on")
    deliveredOn = row.date("delivered_on")
    code = row.text("code")
    remark = row.text("remark")
    voidedOn = row.date("voided_on")
    voidReason = row.text("void_reason")
  }
}
