import FoundationEssentials
import KitFormats
import KitModel

/// The 问题清单: a workbook to send back, with a list of what is wrong and the rows in question as they stand in
/// the file, each bad cell marked and the reason behind the row.
struct IssueWorkbook {
  let language: UILanguage
  let time: Timestamp
  let author: String

  /// Writes the workbook and gives its path: another name when the wanted one is open elsewhere.
  func write(_ sheets: [(plan: SheetPlan, issues: RowIssues)], to path: String) throws -> String {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/")
    if !folder.isEmpty {
      try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    var options = WritingOptions(language: language, time: time)
    options.author = author
    let bad = sheets.filter { $0.issues.issueCount > 0 }
    var pages = [list(bad)]
    for (plan, issues) in bad { pages.append(try rows(plan, issues)) }
    return try TableWriter.writeWorkbook(pages, options: options, to: .file(path)).path ?? path
  }

  private func column(_ message: Message, _ type: DataType = .text) -> Column {
    Column(id: message.id, label: Label(zh: message.zh, en: message.en), type: type)
  }

  /// One line for each fault.
  private func list(_ sheets: [(plan: SheetPlan, issues: RowIssues)]) -> TableWriter.Sheet {
    var table = Table(columns: [
      column(ReportWords.file), column(ReportWords.sheet), column(ReportWords.cell),
      column(ReportWords.heading),
      column(ReportWords.found), column(ReportWords.problem), column(ReportWords.remedy),
    ])
    var total = 0
    for (plan, issues) in sheets {
      total += issues.issueCount
      for issue in issues.inOrder {
        let place = plan.location(row: issue.row, column: issue.column)
        let (message, arguments) = (issue.fault.message, issue.fault.arguments)
        let texts = [
          plan.file, plan.sheet ?? "", place.cell ?? String(issue.row), plan.heading(issue.column),
          arguments["found"] ?? "", message.text(language, arguments),
          message.help(language, arguments) ?? "",
        ]
        table.rows.append(Table.Row(texts.map { $0.isEmpty ? .null : .text($0) }))
      }
    }
    var layout = KitFormats.SheetLayout()
    layout.title = ReportWords.issueList.text(language)
    layout.sheetName = ReportWords.issueList.text(language)
    layout.isForPrint = true
    let more = ["count": String(total), "shown": String(table.rows.count)]
    let footer = total > table.rows.count ? [ReportWords.moreRows.text(language, more)] : []
    return TableWriter.Sheet(table, layout: layout, footer: footer)
  }

  /// The rows with faults as they stand in the file.
  private func rows(_ plan: SheetPlan, _ issues: RowIssues) throws -> TableWriter.Sheet {
    let byRow = Dictionary(grouping: issues.inOrder, by: \.row)
    let width = (plan.mappings.map(\.column) + issues.issues.compactMap(\.column)).max() ?? -1
    var table = Table(columns: [column(ReportWords.row, .integer)])
    for index in 0..<(width + 1) {
      let heading = plan.heading(index)
      let label = heading.isEmpty ? Location.columnLetters(index + 1) : heading
      table.columns.append(Column(id: "c\(index)", label: Label(zh: label, en: label), type: .text))
    }
    table.columns.append(column(ReportWords.problem))
    var marks: [TableWriter.Mark] = []
    let reader = try plan.input.rows(ofSheet: plan.index)
    var batch = RowBatch()
    while try reader.next(into: &batch) {
      for row in 0..<batch.rowCount {
        guard let faults = byRow[batch.rowNumbers[row]] else { continue }
        var values = [Value](repeating: .null, count: width + 3)
        values[0] = .integer(Int64(batch.rowNumbers[row]))
        for index in batch.cells(ofRow: row) where batch.cells[index].column <= width {
          let text = batch.text(batch.cells[index])
          if !text.isEmpty { values[batch.cells[index].column + 1] = .text(text) }
        }
        let said = faults.map { $0.fault.message.text(language, $0.fault.arguments) }
        values[width + 2] = .text(said.joined(separator: "\n"))
        for fault in faults {
          marks.append(
            TableWriter.Mark(
              row: table.rows.count, column: fault.column.map { $0 + 1 } ?? 0,
              note: fault.fault.message.text(language, fault.fault.arguments)))
        }
        table.rows.append(Table.Row(values))
      }
    }
    var layout = KitFormats.SheetLayout()
    let name = plan.sheet ?? plan.file.split(separator: "/").last.map(String.init) ?? plan.file
    layout.title = "\(name) \(ReportWords.original.text(language))"
    layout.sheetName = name
    var sheet = TableWriter.Sheet(table, layout: layout)
    sheet.marks = marks
    return sheet
  }
}
