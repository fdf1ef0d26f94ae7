/// 版记: what stands at the foot of the last page of an official paper.
public struct Colophon: Hashable, Sendable {
  /// 抄送, names with 、 and ， between them, without the full stop. Nil: nobody gets a copy.
  public var copyTo: String?
  /// 印发机关.
  public var printedBy: String
  /// 印发日期.
  public var printedOn: CalendarDate
  /// The code of the journal when the paper was signed, as it is printed. It is no part of 版记 by the standard and
  /// stands above it in small type, so that it never asks for a page of its own.
  public var code: String?

  /// How such a code begins.
  public static let codeWord = "日志核验码"

  public init(copyTo: String? = nil, printedBy: String, printedOn: CalendarDate, code: String? = nil) {
    self.code = code
    self.copyTo = copyTo
    self.printedBy = printedBy
    self.printedOn = printedOn
  }
}
