/// Breaks the title of an official paper by sense into lines that look like a trapezoid or a diamond.
///
/// Of all ways to break it the one with the least cost is taken: what each break costs (`TitleBreaks`), half a column
/// for each column by which a line is longer or shorter than the others, and more for a line that is longer again after
/// the lines had become shorter, or that comes on top of the fewest that hold the title.
public enum TitleLines {
  /// A line more is taken only where it parts the title much better.
  private static let furtherLine = 10.0
  private static let waist = 8.0

  /// - Parameters:
  ///   - text: Line breaks in it are kept, and then nothing else is broken.
  ///   - width: Columns that a line holds, two for each Chinese character.
  public static func of(_ text: String, width: Int) -> [String] {
    let given = text.split(whereSeparator: \.isNewline).map(String.init)
    guard given.count < 2, DisplayWidth.of(text) > width, width > 8 else { return given }
    let characters = Array(given.first ?? "")
    let title = Title(
      costs: TitleBreaks(characters).costs, widths: characters.map { DisplayWidth.of(String($0)) },
      width: width)
    let fewest = max(2, (title.widths.reduce(0, +) + width - 1) / width)
    let ways = (0...1).compactMap { more in
      title.best(lines: fewest + more).map { (places: $0.places, cost: $0.cost + Double(more) * furtherLine) }
    }
    guard let way = ways.min(by: { $0.cost < $1.cost }) else { return given }
    return zip([0] + way.places, way.places + [characters.count]).map { String(characters[$0..<$1]) }
  }

  private struct Way {
    var places: [Int]
    var cost: Double
  }

  /// The end of a line, as far as it matters for those that follow.
  private struct End: Hashable, Comparable {
    var place: Int
    var width: Int
    /// A line was shorter than that above it.
    var hasFallen: Bool

    static func < (one: End, other: End) -> Bool {
      (one.place, one.width, one.hasFallen ? 1 : 0) < (other.place, other.width, other.hasFallen ? 1 : 0)
    }
  }

  private struct Title {
    let costs: [Double]
    let widths: [Int]
    let width: Int

    /// Where to break into so many lines. Nil: they do not fit.
    func best(lines: Int) -> Way? {
      guard lines <= widths.count else { return nil }
      let aim = Double(widths.reduce(0, +)) / Double(lines)
      var ways = [End(place: 0, width: 0, hasFallen: false): Way(places: [], cost: 0)]
      for line in 1...lines {
        var next: [End: Way] = [:]
        // In order, so that of equal ways always the same is taken.
        for (start, way) in ways.sorted(by: { $0.key < $1.key }) {
          for end in ends(after: start, isLast: line == lines) {
            var cost = way.cost + abs(Double(end.width) - aim) / 2
            if start.hasFallen && end.width > start.width + 1 { cost += TitleLines.waist }
            if line < lines { cost += costs[end.place] }
            if cost < next[end]?.cost ?? .infinity {
              next[end] = Way(places: line < lines ? way.places + [end.place] : way.places, cost: cost)
            }
          }
        }
        ways = next
      }
      return ways.sorted { $0.key < $1.key }.map(\.value).min { $0.cost < $1.cost }
    }

    /// The ends that a line from here may have.
    private func ends(after start: End, isLast: Bool) -> [End] {
      var used = 0
      var ends: [End] = []
      for place in widths.indices.dropFirst(start.place) {
        used += widths[place]
        guard used <= width else { break }
        guard (place + 1 == widths.count) == isLast else { continue }
        // A column more or less nobody sees.
        let hasFallen = start.hasFallen || used + 1 < start.width
        ends.append(End(place: place + 1, width: used, hasFallen: hasFallen))
      }
      return ends
    }
  }
}
