import KitFormats
import KitModel

/// A table as a document of its own, with what its layout asks for.
struct TablePaper {
  let options: WritingOptions

  /// - Parameter chart: Stands above the table.
  func document(_ table: Table, under chart: Chart? = nil) -> Document {
    let layout = options.layout
    var document = Document()
    let table = layout.numbersRows ? table.numbered : table
    if isWide(table) { document.blocks.append(.section(.init(isLandscape: true))) }
    if let title = layout.title ?? layout.sheetName { document.blocks.append(.heading(title, level: 1)) }
    let heads = [layout.unit, layout.date].compactMap { $0 }
    if !heads.isEmpty { document.blocks.append(.paragraph(heads.joined(separator: "　　"))) }
    if let chart { document.blocks.append(.chart(chart)) }
    document.blocks.append(.table(table, title: nil))
    document.blocks += options.footer.map { .paragraph($0) }
    return document
  }

  /// Whether its columns ask for more than an upright page has at a size that reads well.
  private func isWide(_ table: Table) -> Bool {
    let fit = TableFit(table, width: PaperMeasures.reportMargins.width(isLandscape: false), options: options)
    return fit.parts.count > 1 || fit.size < 18
  }
}

extension Table {
  /// With a first column 序号; rows that the stage `total` added have no number.
  fileprivate var numbered: Table {
    var table = self
    table.columns.insert(Column(id: "number", label: DocumentWords.number, type: .integer), at: 0)
    var count: Int64 = 0
    for index in rows.indices {
      let isPlain = rows[index].mark == .plain
      if isPlain { count += 1 }
      table.rows[index].values.insert(isPlain ? .integer(count) : .null, at: 0)
    }
    return table
  }
}

extension PaperWriter {
  /// docx and pdf by `DocumentWriter`, charts by gnuplot.
  public static let documents = PaperWriter(
    formats: [DocumentFormat.docx.rawValue, DocumentFormat.pdf.rawValue],
    write: { table, ending, options in
      let format = DocumentFormat(rawValue: ending) ?? .docx
      let document = TablePaper(options: options).document(table)
      let written = try DocumentWriter.write(document, format: format, options: options)
      return (written.bytes, written.remarks)
    },
    chart: { try Chart($1, title: $2, table: $0, language: $3) },
    draw: { chart, ending, language in
      guard let drawing = try ChartPlotter().draw([chart], language: language).first else { return [] }
      return ending == "svg" ? drawing.svg.bytes : drawing.png.bytes
    },
    page: { chart, table, ending, options in
      var options = options
      // The chart shows its title already; the properties of the document still have it.
      options.name = options.layout.title ?? options.name
      options.layout.title = nil
      let document = TablePaper(options: options).document(table, under: chart)
      let written = try DocumentWriter.write(
        document, format: DocumentFormat(rawValue: ending) ?? .html, options: options)
      return (written.bytes, written.remarks)
    }, lacksProgram: { [PDFMessages.missing, PDFMessages.plotterMissing].contains($0.message) })
}
