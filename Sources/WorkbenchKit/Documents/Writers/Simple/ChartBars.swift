import KitFormats
import KitModel

/// A chart as bars of text, for terminals and Markdown.
struct ChartBars {
  private let chart: Chart
  private let language: UILanguage
  /// Columns of the longest bar.
  private let longest = 40

  init(_ chart: Chart, language: UILanguage) {
    self.chart = chart
    self.language = language
  }

  var text: String {
    if let positions = chart.positions {
      return ([chart.title].compactMap { $0 } + ChartPoints(chart, positions, language: language).lines)
        .joined(separator: "\n")
    }
    let chart = self.chart.kind == .histogram ? counted : self.chart
    var parts: [String] = []
    if let title = chart.title { parts.append(title) }
    // Bars of one chart are drawn to one measure.
    let values = chart.series.flatMap { $0.values.compactMap { $0 } }
    let most = values.map(abs).max() ?? 0
    for series in chart.series {
      if chart.series.count > 1 { parts.append(series.name) }
      let label = chart.categories.map(DisplayWidth.of).max() ?? 0
      let numbers = series.values.map { $0.map(RealText.display) ?? DocumentWords.missing.text(language) }
      let width = numbers.map(DisplayWidth.of).max() ?? 0
      for (index, number) in numbers.enumerated() {
        let name = index < chart.categories.count ? chart.categories[index] : ""
        let value = series.values[index] ?? 0
        let bar = most > 0 ? Int((abs(value) / most * Double(longest)).rounded()) : 0
        let line =
          DisplayWidth.padded(name, to: label) + "  " + DisplayWidth.padded(number, to: width, right: true)
          + "  "
          + String(repeating: value < 0 ? "░" : "█", count: max(0, min(longest, bar)))
        parts.append(String(line.reversed().drop { $0 == " " }.reversed()))
      }
    }
    return parts.joined(separator: "\n")
  }

  /// A histogram with its intervals counted.
  private var counted: Chart {
    let bins = ChartBins(chart)
    return Chart(
      .bar, title: chart.title, unit: DocumentWords.count.text(language), categories: bins.labels,
      series: bins.counts.map { Chart.Series($0.name, $0.counts.map { Double($0) }) })
  }
}
