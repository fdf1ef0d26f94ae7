import KitFormats
import KitModel

/// Points between two axes as lines of text: `*` is one point, a digit so many in one place, `+` more than nine.
struct ChartPoints {
  private let chart: Chart
  private let positions: [Double?]
  private let language: UILanguage
  private static let width = 60
  private static let height = 16

  init(_ chart: Chart, _ positions: [Double?], language: UILanguage) {
    self.language = language
    self.chart = chart
    self.positions = positions
  }

  /// A field for each row of numbers: its name above, that of the lower axis below.
  var lines: [String] {
    chart.series.flatMap { series -> [String] in
      let points = zip(positions, series.values).compactMap { across, up -> (across: Double, up: Double)? in
        guard let across, let up, across.isFinite, up.isFinite else { return nil }
        return (across, up)
      }
      let missing = series.values.count - points.count
      return [series.name] + field(points)
        + (missing > 0 ? ["\(DocumentWords.missing.text(language)) \(missing)"] : [])
    }
  }

  private func field(_ points: [(across: Double, up: Double)]) -> [String] {
    let (across, up) = (points.map(\.across), points.map(\.up))
    guard let left = across.min(), let right = across.max(), let low = up.min(), let high = up.max() else {
      return []
    }
    var counts = [[Int]](repeating: Array(repeating: 0, count: Self.width), count: Self.height)
    for point in points {
      let row = Self.height - 1 - Self.place(point.up, low, high, of: Self.height)
      counts[row][Self.place(point.across, left, right, of: Self.width)] += 1
    }
    let marks = [RealText.display(high), RealText.display(low)]
    let margin = marks.map { DisplayWidth.of($0) }.max() ?? 0
    var lines = counts.enumerated().map { index, row -> String in
      let mark = index == 0 ? marks[0] : index == Self.height - 1 ? marks[1] : ""
      let field = row.map { $0 == 0 ? " " : $0 == 1 ? "*" : $0 < 10 ? String($0) : "+" }.joined()
      let line = DisplayWidth.padded(mark, to: margin, right: true) + " |" + field
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
    let indent = String(repeating: " ", count: margin + 1)
    lines.append(indent + "+" + String(repeating: "-", count: Self.width))
    let (first, last) = (RealText.display(left), RealText.display(right))
    let name = chart.axis ?? ""
    let room = max(2, Self.width + 1 - DisplayWidth.of(first) - DisplayWidth.of(last))
    let middle = DisplayWidth.of(name) + 2 <= room ? name : ""
    let before = (room - DisplayWidth.of(middle)) / 2
    lines.append(
      indent + first + String(repeating: " ", count: before) + middle
        + String(repeating: " ", count: room - before - DisplayWidth.of(middle)) + last)
    return lines
  }

  private static func place(_ value: Double, _ least: Double, _ most: Double, of count: Int) -> Int {
    guard most > least else { return count / 2 }
    // Halved first: the difference of two numbers may be none.
    let share = (value / 2 - least / 2) / (most / 2 - least / 2)
    return share.isFinite ? max(0, min(count - 1, Int((share * Double(count - 1)).rounded()))) : 0
  }
}
