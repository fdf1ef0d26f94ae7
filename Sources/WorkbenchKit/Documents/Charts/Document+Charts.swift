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
      let pairs = series.values.indices.prefix(most).map { place in
        let value = series.values[place].map(RealText.display) ?? "—"
        let name = place < categories.count ? categories[place] + " " : ""
        guard let positions else { return name + value }
        return name
          + "(\((place < positions.count ? positions[place] : nil).map(RealText.display) ?? "—"), \(value))"
      }
      return (self.series.count > 1 ? series.name + "：" : "") + pairs.joined(separator: "，")
        + (series.values.count > most ? "……" : "")
    }
    let text = parts.filter { !$0.isEmpty }.joined(separator: "；")
    return [title, text.isEmpty ? nil : text].compactMap { $0 }.joined(separator: "：")
  }
}
