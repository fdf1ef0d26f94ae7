import KitDocuments
import KitFormats
import KitModel
import KitPapers
import KitRubrics
import KitStore
import KitWorkspace

/// Gathers what a year's archive holds.
struct ArchiveBuilder {
  let folder: ArchiveFolder
  let year: Period
  let context: any CommandContext
  let workspace: SessionWorkspace
  /// Id of the one work area that is archived; nil: all.
  let area: String?

  var variables: [String: Value] {
    let days = workspace.calendar.days(of: year)
    return [
      "this_year": .period(year), "本年": .period(year), "first": days.map { .date($0.first) } ?? .null,
      "last": days.map { .date($0.last) } ?? .null,
      "begins": days.flatMap { Timestamp(text: $0.first.iso + " 00:00:00").map(Value.time) } ?? .null,
      "ends": days.flatMap { Timestamp(text: $0.last.iso + " 23:59:59").map(Value.time) } ?? .null,
    ]
  }

  var options: WritingOptions {
    var options = WritingOptions(language: context.language, time: context.time)
    options.author = context.person
    return options
  }

  private func concerns(_ plugin: String?, isOfAreaAlone: Bool = false) -> Bool {
    area.map { $0 == plugin } ?? !isOfAreaAlone
  }

  func build(_ rules: ArchiveRules, _ assessments: [Assessment]) throws {
    for gap in rules.gaps where concerns(gap.plugin, isOfAreaAlone: gap.isOfAreaAlone) { try look(for: gap) }
    for assessment in assessments where concerns(assessment.plugin) { try add(assessment) }
    for part in rules.parts {
      // Files that were received belong to the area into which they were taken.
      if part.holds == .received { try addReceived(to: part) }
      guard concerns(part.plugin, isOfAreaAlone: part.isOfAreaAlone) else { continue }
      switch part.holds {
      case .rows(let rows): try add(rows: rows, to: part)
      case .evidence(let rows): try addEvidence(rows, to: part)
      case .documents(let rows, let command): try addDocuments(rows, command, to: part)
      case .papers(let rows): try addPapers(rows, to: part)
      case .journal: try addJournal(to: part, isOfAreaAlone: part.isOfAreaAlone)
      case .received: break
      }
    }
  }

  private func look(for gap: ArchiveRules.Gap) throws {
    let table = try context.query(gap.rows, variables: variables)
    let formatter = ValueFormatter(language: context.language)
    for row in table.rows {
      let words = zip(row.values, table.columns).map { formatter.text($0, of: $1) }.filter { !$0.isEmpty }
      folder.miss(gap.label.text(context.language), words.joined(separator: " "))
    }
  }

  /// Rows as a workbook; a part without rows is no file, and no gap.
  func add(rows: String, to part: ArchiveRules.Part) throws {
    try add(try context.query(rows, variables: variables), to: part)
  }

  /// The same of a table.
  func add(_ table: Table, to part: ArchiveRules.Part) throws {
    guard !table.rows.isEmpty else { return }
    let label = part.label.text(context.language)
    var document = Document()
    document.blocks = [.heading("\(year.label)\(label)", level: 1), .table(unrestricted(table), title: nil)]
    let written = try DocumentWriter.write(document, format: .xlsx, options: options)
    try folder.add(
      written.bytes, as: label + ".xlsx", to: part,
      title: ArchiveWords.rows(label, table.rows.count, context.language), day: context.asOf,
      author: context.person)
  }

  /// The archive stays in the office: a column that public lists refuse is a part of its records.
  private func unrestricted(_ table: Table) -> Table {
    var table = table
    for index in table.columns.indices { table.columns[index].restriction = nil }
    return table
  }

  private func addJournal(to part: ArchiveRules.Part, isOfAreaAlone: Bool) throws {
    let own = area.map { " and entity contains \"\($0).\"" }
    try add(
      rows: "log | where time between $begins and $ends" + (isOfAreaAlone ? own ?? "" : ""), to: part)
  }
}
