/// A part that only official papers have.
public enum OfficialPart: Hashable, Sendable {
  /// 主送机关, without the colon.
  case addressee(String)
  /// 附件说明: the names of what is attached, without numbers.
  case attachments([String])
  /// 署名 and 成文日期.
  case signature(Signature)
  /// 附注, without its brackets: who answers questions, who may read it.
  case annotation(String)
  /// Where what is attached begins, on a page of its own. `number` nil: there is but one.
  case attachment(String, number: Int?)
}

/// 署名 and 成文日期: who issues a paper, and when it was approved.
public struct Signature: Hashable, Sendable {
  /// A line for each office that issues it.
  public var organs: [String]
  public var date: CalendarDate
  /// Whether a seal goes over it: the names stand in the middle above the date, which has room on its right. Else they
  /// stand towards the right.
  public var hasSeal: Bool

  public init(organs: [String], date: CalendarDate, hasSeal: Bool = true) {
    self.organs = organs
    self.date = date
    self.hasSeal = hasSeal
  }
}

extension CalendarDate {
  /// `2024年9月5日`, as official papers write days.
  public var officialText: String { "\(year)年\(month)月\(day)日" }
}
