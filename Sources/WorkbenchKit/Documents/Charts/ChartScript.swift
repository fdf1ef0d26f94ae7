import KitFormats
import KitModel

/// A chart as commands of gnuplot. Every text is quoted; nothing of it is run or read as markup.
struct ChartScript {
  private let chart: Chart
  private let language: UILanguage

  init(_ chart: Chart, language: UILanguage) {
    self.chart = chart
    self.language = language
  }

  /// Blue, orange, green, purple, grey: told apart in print without colour and by those who see few.
  private static let colours = ["#1f5fa8", "#d9822b", "#3a8f5c", "#8e5aa8", "#7f7f7f"]
  private static let font = "Noto Sans CJK SC"

  /// - Parameter file: The path of the picture without its extension.
  func text(file: String) -> String {
    let (width, height) = (ChartPlotter.width, ChartPlotter.height)
    let (categories, series, unit) = content
    var lines = [
      "reset", "set encoding utf8",
      "set border 3 lc rgb '#555555'", "set tics nomirror out scale 0.5", "set grid y lc rgb '#dddddd' lw 1",
      "set style fill solid 0.9 noborder",
      "set boxwidth \(chart.kind == .histogram ? "1.0" : "0.9") relative",
    ]
    if let title = chart.title { lines.append("set title \(Self.quoted(title)) font ',13'") }
    if let unit { lines.append("set ylabel \(Self.quoted(unit))") }
    lines.append(series.count > 1 ? "set key outside bottom center horizontal" : "unset key")
    if let positions = chart.positions {
      let field = ChartField(positions, series)
      let notes = [chart.axis].compactMap { $0 } + missing
      lines += ChartAxes.between(field, notes: notes, hasKey: series.count > 1, language)
      lines += field.names(chart.categories).enumerated().map { index, name in
        "set label \(index + 1) \(Self.quoted(name.text)) at first \(Self.number(name.across)),\(Self.number(name.up)) "
          + "center offset character \(Self.number(name.columns)),\(Self.number(name.lines)) font ',9'"
      }
    } else {
      lines += ChartAxes.places(
        categories, series, notes: missing, isFromZero: chart.kind != .line && chart.kind != .dot, language)
    }
    for (index, series) in series.enumerated() {
      lines.append("$d\(index) << END")
      lines += series.values.enumerated().map { place, value in
        "\(position(of: place).map(Self.number) ?? "NaN") \(value.map(Self.number) ?? "NaN")"
      }
      lines.append("END")
    }
    let plots = series.indices.map { index in
      "$d\(index) \(style(index, of: series.count)) title \(Self.quoted(series[index].name))"
    }
    // Points of type are points of the picture in svg and a third more in png.
    for terminal in [
      "svg size \(width),\(height) noenhanced font '\(Self.font),11' background rgb 'white'",
      "pngcairo size \(2 * width),\(2 * height) noenhanced font '\(Self.font),11' fontscale 1.5 linewidth 2 pointscale 2",
    ] {
      let kind = terminal.prefix(3)
      lines += ["set terminal \(terminal)", "set output '\(file).\(kind)'"]
      lines.append(plots.isEmpty ? "clear" : "plot " + plots.joined(separator: ", "))
      lines.append("unset output")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Where a number lies along the lower axis; nil: that is missing.
  private func position(of place: Int) -> Double? {
    guard let positions = chart.positions else { return Double(place) }
    return place < positions.count ? positions[place] : nil
  }

  /// How many numbers there are not, in words; nothing where none is missing.
  private var missing: [String] {
    let count = chart.series.reduce(0) { count, series in
      count + series.values.indices.count { series.values[$0] == nil || position(of: $0) == nil }
    }
    return count == 0 ? [] : [DocumentWords.missing(count).text(language)]
  }

  /// What is drawn: of a histogram the counted intervals.
  private var content: (categories: [String], series: [Chart.Series], unit: String?) {
    guard chart.kind == .histogram else { return (chart.categories, chart.series, chart.unit) }
    let bins = ChartBins(chart)
    return (
      bins.labels, bins.counts.map { Chart.Series($0.name, $0.counts.map { Double($0) }) },
      DocumentWords.count.text(language)
    )
  }

  private func style(_ index: Int, of count: Int) -> String {
    let colour = "lc rgb '\(Self.colours[index % Self.colours.count])'"
    switch chart.kind {
    case .bar, .histogram:
      // Bars of several rows stand beside each other.
      let share = (chart.kind == .histogram && count == 1 ? 0.98 : 0.75) / Double(count)
      let shift = (Double(index) - Double(count - 1) / 2) * share
      return "using ($1+(\(Self.number(shift)))):2:(\(Self.number(share * 0.95))) with boxes \(colour)"
    case .line: return "using 1:2 with linespoints \(colour) lw 2 pt 7 ps 0.6"
    case .dot: return "using 1:2 with points \(colour) pt \([7, 5, 9, 13, 11][index % 5]) ps 1"
    }
  }

  static func number(_ value: Double) -> String { value.isFinite ? "\(value)" : "NaN" }

  /// In single quotes gnuplot reads nothing but the quote itself, which is doubled.
  static func quoted(_ text: String) -> String {
    let clean = text.unicodeScalars.map { $0.value < 0x20 ? " " : String($0) }.joined()
    return "'" + clean.replacing("'", with: "''") + "'"
  }
}
