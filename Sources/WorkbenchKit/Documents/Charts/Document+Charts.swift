import KitFormats
import KitModel

extension Document {
  /// The same with its charts drawn. Where gnuplot is missing or fails they stay, to be shown as bars of text, and that
  /// is said.
  func drawn(language: UILanguage, plotter: ChartPlotter = ChartPlotter()) throws -> (
    document: Document, remarks: [Diagnostic]
  ) {
    let charts = blocks.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
    guard !charts.isEmpty else { return (self, []) }
    do {
      var drawings = try plotter.draw(charts, language: language)[...]
      var document = self
      for (index, block) in blocks.enumerated() {
        guard case .chart(let chart) = block, let drawing = drawings.popFirst() else { continue }
        document.blocks[index] = .figure(
          Figure(drawing.svg, raster: drawing.png, alternative: chart.alternative, millimetres: 150))
      }
      return (document, [])
    } catch var fault as Diagnostic {
      fault.severity = .warning
      return (self, [fault])
    }
  }
}

extension Chart {
  /// What is drawn, in words: the title and the first numbers.
  var alternative: String {
    let most = 24
    let parts = series.map { series in
      let pairs = zip(categories, series.values).prefix(most).map { name, value in
        "\(name) \(value.map(RealText.display) ?? "—")"
      }
      return (self.series.count > 1 ? series.name + "：" : "") + pairs.joined(separator: "，")
        + (categories.count > most ? "……" : "")
    }
    let text = parts.filter { !$0.isEmpty }.joined(separator: "；")
    return [title, text.isEmpty ? nil : text].compactMap { $0 }.joined(separator: "：")
  }
}
