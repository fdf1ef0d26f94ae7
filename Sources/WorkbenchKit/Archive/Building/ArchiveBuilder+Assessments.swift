import KitModel
import KitPapers
import KitRubrics
import KitWorkspace

extension ArchiveBuilder {
  /// A yearly assessment: its rubric, marks with reasons, results and sealed versions, objections with their decisions.
  func add(_ assessment: Assessment) throws {
    let name = assessment.label.text(context.language)
    let relations = [
      ("result", ArchiveWords.results), ("mark", ArchiveWords.marks),
      ("sealed_result", ArchiveWords.sealedResults),
      ("sealed_mark", ArchiveWords.sealedMarks), ("entry", ArchiveWords.entries),
      ("veto", ArchiveWords.vetoes),
      ("exemption", ArchiveWords.exemptions),
    ]
    let known = Set(workspace.entities.map(\.fullName))
    guard known.contains(assessment.plugin + ".result") else { return }
    if let rubric = try assessment.scoredRubricFile(of: year, context) {
      let part = part(name, ArchiveWords.rubric, assessment)
      try folder.add(
        rubric.bytes, as: rubric.name, to: part, title: "\(year.label)\(part.label.text(context.language))",
        author: name)
    }
    for (id, label) in relations where known.contains("\(assessment.plugin).\(id)") {
      let table = try context.query(
        "`\(assessment.plugin)`.`\(id)` | where year == $this_year", variables: variables)
      try add(id == "entry" ? try readable(table, assessment) : table, to: part(name, label, assessment))
    }
    if let objections = assessment.declaration.objections {
      let relation = quotedRelation(objections)
      try add(
        rows: "\(relation) | where area == \"\(assessment.plugin)\" and period == $this_year",
        to: part(name, ArchiveWords.objections, assessment))
    }
    try addJournal(of: assessment, name)
    try lookForSeal(assessment, name)
  }

  /// Entries with the names of kinds of evaluators and of who gave the marks, whose ids mean nothing outside of Dudao.
  private func readable(_ entries: Table, _ assessment: Assessment) throws -> Table {
    let labels = assessment.evaluatorLabels(of: year, in: workspace.folder)
    var names: [String: String] = [:]
    for relation in ["district.unit", "district.person"]
    where workspace.entities.contains(where: { $0.fullName == relation }) {
      for row in try context.query("\(quotedRelation(relation)) | select code, name").rows {
        if case .text(let code) = row.values[0], case .text(let name) = row.values[1] { names[code] = name }
      }
    }
    var table = entries
    let places = ["evaluator", "by"].map { id in table.columns.firstIndex { $0.id == id } }
    for index in table.rows.indices {
      if let place = places[0], case .text(let id) = table.rows[index].values[place], let label = labels[id] {
        table.rows[index].values[place] = .text(label.text(context.language))
      }
      if let place = places[1], case .text(let code) = table.rows[index].values[place],
        let name = names[code]
      {
        table.rows[index].values[place] = .text("\(name)（\(code)）")
      }
    }
    return table
  }

  /// What the journal says of an assessment after its year: scoring, decisions and the seal mostly come in the next one.
  private func addJournal(of assessment: Assessment, _ name: String) throws {
    let last = try context.query(
      "`\(assessment.plugin)`.`assessment` | where year == $this_year | select sealed_on",
      variables: variables)
    let sealed = last.rows.compactMap { row in
      if case .date(let day) = row.values[0] { day } else { nil }
    }.max()
    guard !last.rows.isEmpty else { return }
    var table = try context.query(
      "log | where time > $ends" + (sealed == nil ? "" : " and time <= $sealed"),
      variables: variables.merging([
        "sealed": sealed.flatMap { Timestamp(text: $0.iso + " 23:59:59").map(Value.time) } ?? .null
      ]) { $1 })
    guard let place = table.columns.firstIndex(where: { $0.id == "entity" }) else { return }
    table.rows.removeAll { row in
      guard case .text(let entities) = row.values[place] else { return true }
      return !entities.split(separator: ",").contains { $0.hasPrefix(assessment.plugin + ".") }
    }
    try add(table, to: part(name, ArchiveWords.journal, assessment))
  }

  private func part(_ name: String, _ label: Label, _ assessment: Assessment) -> ArchiveRules.Part {
    .init(
      label: Label(zh: assessment.label.zh + label.zh, en: "\(assessment.label.en) \(label.en)"),
      holds: .rows(""), retention: .forever, plugin: assessment.plugin)
  }

  private func lookForSeal(_ assessment: Assessment, _ name: String) throws {
    let table = try context.query(
      "`\(assessment.plugin)`.`assessment` | where year == $this_year | select state",
      variables: ["this_year": .period(year)])
    let state = table.rows.last?.values.first
    if state == .text("封存") { return }
    // A year that was never assessed lacks nothing unless it has a rubric.
    guard state != nil || assessment.rubricFile(of: year, in: workspace.folder) != nil else { return }
    folder.miss(ArchiveWords.notSealed.text(context.language), "\(name) \(year.label)")
  }
}
