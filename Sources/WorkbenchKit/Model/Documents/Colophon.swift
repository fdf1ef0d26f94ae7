/// 版记: what stands at the foot of the last page of an official paper.
public struct Colophon: Hashable, Sendable {
  /// 抄送, names with 、 and ， between them, without the full stop. Nil: nobody gets a copy.
  public var copyTo: String?
  /// 印发机关.
  public var printedBy: String
  /// 印发日期.
  public var printedOn: CalendarDate

  public init(copyTo: String? = nil, printedBy: String, printedOn: CalendarDate) {
    self.copyTo = copyTo
    self.printedBy = printedBy
    self.printedOn = printedOn
  }
}
