import KitModel

/// A row of the register.
public struct PaperRecord: Sendable {
  /// 拟稿号: what the paper is called before it has a number, and its key for ever.
  public var draft: String
  public var kind: String
  public var title: String
  /// 发文字号; nil before it is signed.
  public var reference: String?
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

  /// What to call it: its number, else that of the draft.
  public var name: String { reference ?? draft }

  /// Whoever wrote a part of it.
  func isWritten(by person: String) -> Bool { draftedBy == person || revisedBy == person }

  /// What messages call it.
  public var words: [String: String] {
    ["paper": name, "title": title, "state": state.rawValue, "stateEn": state.english]
  }

  static let fields = [
    "draft", "kind", "title", "reference", "unit", "inspection", "recipient", "state", "text", "drafted_by",
    "drafted_on", "reviewed_by", "signed_by", "signed_on", "delivered_on", "code", "remark", "revised_by",
  ]

  init(_ row: Table.Row) {
    func text(_ place: Int) -> String? {
      switch row.values[place] {
      case .text(let text): text
      case .reference(let reference): reference.key
      default: nil
      }
    }
    func day(_ place: Int) -> CalendarDate? {
      if case .date(let day) = row.values[place] { day } else { nil }
    }
    draft = text(0) ?? ""
    kind = text(1) ?? ""
    title = text(2) ?? ""
    reference = text(3)
    unit = text(4)
    inspection = text(5)
    recipient = text(6)
    state = text(7).flatMap(PaperState.init) ?? .drafted
    self.text = text(8) ?? ""
    draftedBy = text(9) ?? ""
    draftedOn = day(10)
    reviewedBy = text(11)
    signedBy = text(12)
    signedOn = day(13)
    deliveredOn = day(14)
    code = text(15)
    remark = text(16)
    revisedBy = text(17)
  }
}
