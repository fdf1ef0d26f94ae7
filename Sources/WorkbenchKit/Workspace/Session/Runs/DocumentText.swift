import KitFormats
import KitModel

/// What a document says, as plain text that stays the same as long as the document does: what runs of a script are
/// compared by, and what people are shown of them. How it is laid out is left out.
struct DocumentText {
  let language: UILanguage

  func text(of document: Document) -> String {
    document.blocks.map(text).joined(separator: "\n")
  }

  func text(of table: Table) -> String {
    let options = WritingOptions(language: language, time: Timestamp(seconds: 0))
    let written = try? TableWriter.write(table, format: .csv, options: options, to: .memory)
    return String(decoding: written?.bytes ?? [], as: UTF8.self)
  }

  private func text(_ block: Document.Block) -> String {
    switch block {
    case .heading(let text, _), .paragraph(let text), .code(let text): text
    case .list(let items): items.joined(separator: "\n")
    case .facts(let facts): facts.map { "\($0.name)：\($0.value)" }.joined(separator: "\n")
    case .table(let table, let title): [title ?? "", text(of: table)].joined(separator: "\n")
    case .grid(let grid):
      ([grid.title ?? ""] + grid.rows.map { $0.map(\.text).joined(separator: ",") }).joined(separator: "\n")
    case .chart(let chart): text(chart)
    case .official(let part): text(part)
    case .figure, .section: ""
    }
  }

  /// The numbers of a chart as lines of a table: what each place is called, then a number of each series.
  private func text(_ chart: Chart) -> String {
    let names =
      [[chart.axis, chart.unit].compactMap { $0 }.joined(separator: " ")] + chart.series.map(\.name)
    let count = max(chart.categories.count, chart.series.map(\.values.count).max() ?? 0)
    let lines = (0..<count).map { place in
      let position = chart.positions.map { place < $0.count ? number($0[place]) : "" }
      let category = place < chart.categories.count ? chart.categories[place] : ""
      let values = chart.series.map { place < $0.values.count ? number($0.values[place]) : "" }
      return ([position ?? category] + values).joined(separator: ",")
    }
    let title = [chart.kind.rawValue, chart.title].compactMap { $0 }.joined(separator: "：")
    return ([title, names.joined(separator: ",")] + lines).joined(separator: "\n")
  }

  private func number(_ value: Double?) -> String {
    value.map { ValueFormatter(language: language).text(.real($0), type: .real) } ?? ""
  }

  private func text(_ part: OfficialPart) -> String {
    switch part {
    case .addressee(let text), .annotation(let text): text
    case .attachments(let names): names.joined(separator: "\n")
    case .signature(let signature):
      (signature.organs + [signature.date.officialText]).joined(separator: "\n")
    case .attachment(let title, let number):
      [number.map { String($0) }, title].compactMap { $0 }.joined(separator: " ")
    }
  }
}
