import KitFormats
import KitModel

/// The axes of a chart as commands of gnuplot.
enum ChartAxes {
  /// Places side by side under their names, of which none hides another: they are turned where they are long, and left
  /// out where they are many, which is said below the axis.
  /// - Parameters:
  ///   - notes: What else is said below the axis.
  ///   - isFromZero: Bars that do not begin at zero lie about their length.
  static func places(
    _ categories: [String], _ series: [Chart.Series], notes: [String], isFromZero: Bool,
    _ language: UILanguage
  ) -> [String] {
    let count = max(categories.count, series.map(\.values.count).max() ?? 0, 1)
    var lines = ["set xrange [-0.6:\(Double(count) - 0.4)]"]
    let names = names(categories, of: count)
    let tics = names.places.map { place in
      "\(ChartScript.quoted(DisplayWidth.clipped(categories[place], to: names.longest))) \(place)"
    }
    lines.append("set xtics (\(tics.joined(separator: ", ")))" + names.turn)
    var bottom = names.lines
    let fewNames =
      names.step > 1 ? [DocumentWords.fewNames(categories.count, each: names.step).text(language)] : []
    if let said = joined(fewNames + notes, language) {
      lines.append("set xlabel \(ChartScript.quoted(said)) font ',10'")
      bottom += 2
    }
    // Turned names would have room beyond the last place.
    lines.append("set rmargin 3")
    lines.append("set bmargin \(bottom + (series.count > 1 ? 2 : 0))")
    let values = series.flatMap { $0.values.compactMap { $0 } }.filter(\.isFinite)
    if isFromZero {
      if !values.contains(where: { $0 < 0 }) {
        // Without any number above zero there is no range to be found.
        lines.append("set yrange [0:\((values.max() ?? 0) > 0 ? "*" : "1")]")
      } else if !values.contains(where: { $0 > 0 }) {
        lines.append("set yrange [*:0]")
      }
    } else if values.isEmpty {
      lines.append("set yrange [0:1]")
    }
    lines.append("set xzeroaxis lc rgb '#555555'")
    return lines
  }

  private static func joined(_ notes: [String], _ language: UILanguage) -> String? {
    notes.isEmpty ? nil : notes.joined(separator: language == .zh ? "；" : "; ")
  }

  /// Two axes of numbers, a little longer than what lies between them.
  /// - Parameter notes: What the lower axis is, and what else is said below it.
  static func between(_ field: ChartField, notes: [String], hasKey: Bool, _ language: UILanguage) -> [String]
  {
    func range(_ range: ClosedRange<Double>) -> String {
      "[\(ChartScript.number(range.lowerBound)):\(ChartScript.number(range.upperBound))]"
    }
    var lines = [
      "set grid x y lc rgb '#dddddd' lw 1", "set xtics autofreq", "set ytics autofreq",
      "set xrange \(range(field.across))", "set yrange \(range(field.up))",
    ]
    if let said = joined(notes, language) { lines.append("set xlabel \(ChartScript.quoted(said))") }
    if hasKey { lines.append("set bmargin 5") }
    return lines
  }

  /// How the names of places stand below the axis.
  private struct Names {
    var places: [Int]
    var step = 1
    /// Columns of the longest that is shown.
    var longest: Int
    var turn = ""
    /// Lines below the axis that they need.
    var lines: Int
  }

  private static func names(_ categories: [String], of count: Int) -> Names {
    // What is left of the width for the places, and a column of the names, in points of the screen.
    let room = Double(ChartPlotter.width - 80) / Double(max(1, count))
    let column = 6.0
    let longest = categories.map { DisplayWidth.of($0) }.max() ?? 0
    let all = Array(categories.indices)
    if Double(min(longest, 20) + 1) * column <= room {
      return Names(places: all, longest: 20, lines: 3)
    }
    // Lines of names that are turned by 40 degrees are two thirds as far apart as the places.
    if room >= 22 {
      return Names(
        places: all, longest: 20, turn: " rotate by 40 right", lines: 2 + (min(20, longest) * 22 + 99) / 100)
    }
    // Short ones, such as years, may stand upright where only some are shown.
    let isShort = longest <= 6
    let needed = isShort ? Double(longest + 2) * column : 15
    let step = max(1, Int((needed / room).rounded(.up)))
    let places = Array(stride(from: 0, to: categories.count, by: step))
    return Names(
      places: places, step: step, longest: 16, turn: isShort ? "" : " rotate by 90 right",
      lines: isShort ? 3 : 1 + (min(16, longest) * 36 + 99) / 100)
  }
}
