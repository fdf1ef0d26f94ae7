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
    if let rubric = assessment.rubricFile(of: year, in: workspace.folder) {
      let part = part(name, ArchiveWords.rubric, assessment)
      try folder.add(
        rubric.bytes, as: rubric.name, to: part, title: "\(year.label)\(part.label.text(context.language))",
        author: name)
    }
    for (id, label) in relations where known.contains("\(assessment.plugin).\(id)") {
      try add(
        rows: "`\(assessment.plugin)`.`\(id)` | where year == $this_year",
        to: part(name, label, assessment))
    }
    if let objections = assessment.declaration.objections {
      let relation = quotedRelation(objections)
      try add(
        rows: "\(relation) | where area == \"\(assessment.plugin)\" and period == $this_year",
        to: part(name, ArchiveWords.objections, assessment))
    }
    try lookForSeal(assessment, name)
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
