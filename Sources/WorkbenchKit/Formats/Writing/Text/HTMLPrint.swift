/// How a table of a page stands on paper: where it is shown on a screen its browser lays it out.
public struct HTMLPrint: Sendable {
  /// Shares of the width for each column, of which none is empty.
  public var widths: [Int]
  /// The size of the type in points.
  public var size: Double
  /// Whether a row with these texts may be parted between pages; the first one stands right below the headings.
  public var mayPart: @Sendable (_ texts: [String], _ isFirst: Bool) -> Bool = { _, _ in false }

  public init(widths: [Int], size: Double) {
    self.widths = widths
    self.size = size
  }

  /// `PaperStyle` knows `fit`.
  public var start: String {
    "<table class=\"fit\" style=\"--size:\(RealText.rounded(size, places: 1))pt\">\n"
  }

  /// The beginning of a row; `PaperStyle` keeps whole what is not `long`.
  public static func row(isLong: Bool) -> String { isLong ? "<tr class=\"long\">" : "<tr>" }

  public var columns: String {
    let total = Double(max(1, widths.reduce(0, +)))
    let columns = widths.map {
      "<col style=\"width:\(RealText.rounded(Double($0) * 100 / total, places: 2))%\">"
    }
    return "<colgroup>\(columns.joined())</colgroup>\n"
  }
}
