import KitModel

/// The field between two axes of numbers: from where to where it reaches, and where names beside points hide nothing.
struct ChartField {
  let across: ClosedRange<Double>
  let up: ClosedRange<Double>
  private let points: [(across: Double, up: Double)?]

  /// More names than this would hide each other and the points.
  static let mostNames = 12

  init(_ positions: [Double?], _ series: [Chart.Series]) {
    func known(_ values: [Double?]) -> [(across: Double, up: Double)?] {
      zip(positions, values).map { across, up in
        guard let across, let up, across.isFinite, up.isFinite else { return nil }
        return (across, up)
      }
    }
    let all = series.flatMap { known($0.values).compactMap { $0 } }
    across = Self.range(all.map(\.across), above: 0.04)
    up = Self.range(all.map(\.up), above: 0.08)
    points = series.first.map { known($0.values) } ?? []
  }

  /// A little more than from the least to the most, but not below zero where nothing is.
  private static func range(_ values: [Double], above: Double) -> ClosedRange<Double> {
    guard let least = values.min(), let most = values.max() else { return 0...1 }
    let span = most > least ? most - least : max(1, abs(most) / 10)
    let (low, high) = (least - span * 0.04, most + span * above)
    guard low.isFinite, high.isFinite else { return least...max(least.nextUp, most) }
    return (least >= 0 ? max(0, low) : low)...high
  }

  /// A name and where it stands: the point, and by how many characters it is moved from there.
  struct Name {
    var text: String
    var across: Double
    var up: Double
    var columns: Double
    var lines: Double
  }

  private struct Box {
    var left: Double
    var right: Double
    var bottom: Double
    var top: Double

    func meets(_ other: Box) -> Bool {
      left < other.right && other.left < right && bottom < other.top && other.bottom < top
    }
  }

  /// The names of the first row of points, each above, below or beside its point, where it hides no other name and no
  /// point; where there is no such place it is left out. None where there are more than a few.
  func names(_ texts: [String]) -> [Name] {
    guard texts.count <= Self.mostNames else { return [] }
    // In points of the screen; a column and a line of the names.
    let (width, height) = (Double(ChartPlotter.width - 90), Double(ChartPlotter.height - 80))
    let (column, line) = (5.5, 12.0)
    let spans = (across.upperBound - across.lowerBound, up.upperBound - up.lowerBound)
    let places = points.map { point in
      point.map {
        (($0.across - across.lowerBound) / spans.0 * width, ($0.up - up.lowerBound) / spans.1 * height)
      }
    }
    var taken = places.compactMap { $0.map { Box(left: $0 - 4, right: $0 + 4, bottom: $1 - 4, top: $1 + 4) } }
    var names: [Name] = []
    for (text, (point, place)) in zip(texts, zip(points, places)) {
      guard let point, let place else { continue }
      let text = DisplayWidth.clipped(text, to: 20)
      let half = Double(DisplayWidth.of(text)) * column / 2
      for (columns, lines) in [(0.0, 0.8), (0, -0.8), (half / column + 1.5, 0), (-half / column - 1.5, 0)] {
        let middle = (place.0 + columns * column, place.1 + lines * line * 1.3)
        let box = Box(
          left: middle.0 - half, right: middle.0 + half, bottom: middle.1 - line / 2, top: middle.1 + line / 2
        )
        let isInside = box.left > 2 && box.right < width + 10 && box.bottom > 0
        guard isInside, !taken.contains(where: box.meets) else { continue }
        taken.append(box)
        names.append(Name(text: text, across: point.across, up: point.up, columns: columns, lines: lines))
        break
      }
    }
    return names
  }
}
