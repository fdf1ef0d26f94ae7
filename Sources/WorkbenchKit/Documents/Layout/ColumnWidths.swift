import KitFormats
import KitModel

/// How wide the columns of a printed table are, and how large its type, so that it fits the page.
struct ColumnWidths {
  /// In twentieths of a point; together the width of the page.
  let widths: [Int]
  /// The size of the type in half points.
  let size: Int

  /// Beside the text of a cell, for both sides together.
  private static let padding = 190
  /// Rows that are measured: more would not change what is typical.
  static let measured = 500

  /// - Parameter columns: For each column what its cells take in columns of a terminal: at most, and for the longest
  ///   piece that should not be broken.
  /// - Parameter largest: The largest type that is tried, in half points.
  init(_ columns: [(most: Int, least: Int)], width: Int, largest: Int = 24) {
    // The largest type in which no heading has to be broken badly; the smallest where there is none.
    var chosen = (size: 15, widths: [Int]())
    for size in [24, 21, 18, 15] where size <= largest {
      let unit = size * 5
      let least = columns.map { min($0.least, 16) * unit + Self.padding }
      let most = columns.map { min(max($0.most, 4), 44) * unit + Self.padding }
      chosen = (size, Self.shared(least: least, most: most, width: width))
      if least.reduce(0, +) <= width { break }
    }
    size = chosen.size
    widths = chosen.widths
  }

  /// Columns of given shares.
  init(shares: [Double], width: Int) {
    size = 24
    let total = shares.reduce(0) { $0 + max(0, $1) }
    guard total > 0, total.isFinite else {
      widths = shares.map { _ in width / max(1, shares.count) }
      return
    }
    widths = shares.map { max(100, Int((max(0, $0) / total * Double(width)).rounded())) }
  }

  /// Each gets the least that it needs; what is left goes to those that would like more, by how much more.
  private static func shared(least: [Int], most: [Int], width: Int) -> [Int] {
    let needed = least.reduce(0, +)
    guard needed <= width else { return least.map { max(100, $0 * width / max(1, needed)) } }
    let wishes = zip(least, most).map { max(0, $1 - $0) }
    let wished = wishes.reduce(0, +)
    let left = width - needed
    var widths: [Int]
    if wished >= left {
      widths = zip(least, wishes).map { $0 + (wished > 0 ? $1 * left / wished : 0) }
    } else {
      // Room for all: what is left over is spread by what each takes.
      let taken = zip(least, wishes).map { $0 + $1 }
      let sum = max(1, taken.reduce(0, +))
      widths = taken.map { $0 * width / sum }
    }
    if !widths.isEmpty { widths[widths.count - 1] += width - widths.reduce(0, +) }
    return widths
  }

  /// Measures the cells of a column: the longest line, and what should not be broken, which of Latin and digits is the
  /// longest piece without a blank and of Chinese five characters. Digits count for a quarter more than half a
  /// character, since typefaces that stand in for the office's may be so wide.
  static func measure(_ text: String, into column: inout (most: Int, least: Int)) {
    for line in text.split(whereSeparator: \.isNewline) {
      var (width, narrow, piece) = (0, 0, 0)
      for scalar in line.unicodeScalars {
        let own = DisplayWidth.of(scalar)
        width += own
        if own == 1 { narrow += 1 }
        piece = own == 1 && scalar != " " ? piece + 1 : 0
        column.least = max(column.least, (piece * 5 + 3) / 4)
      }
      width += (narrow + 3) / 4
      column.least = max(column.least, min(width, 10))
      column.most = max(column.most, width)
    }
  }
}
