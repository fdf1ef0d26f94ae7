import PluginAPI

/// Tasks with the recusals that stand against them, as a table.
enum ConflictTable {
  static func table(
    _ conflicts: [(task: InspectionTask, recusal: Recusal)], units: Roll, persons: Roll,
    _ inspections: [Inspection]
  ) -> Table {
    let titles = Dictionary(inspections.map { ($0.code, $0.title) }) { first, _ in first }
    let columns = [
      Column(
        id: "kind", label: DistrictWords.heading(DistrictWords.task), type: .text, words: InspectionTask.words
      ),
      Column(
        id: "inspection", label: DistrictWords.heading(DistrictWords.inspection),
        type: .reference("district.inspection")),
      Column(id: "unit", label: DistrictWords.heading(DistrictWords.unit), type: .reference("district.unit")),
      Column(
        id: "person", label: DistrictWords.heading(DistrictWords.inspector),
        type: .reference("district.person")),
      Column(id: "day", label: DistrictWords.heading(DistrictWords.day), type: .date),
      Column(id: "number", label: DistrictWords.heading(DistrictWords.taskNumber), type: .text),
      Column(id: "recusal", label: DistrictWords.heading(DistrictWords.recusal), type: .text),
      Column(id: "ground", label: DistrictWords.heading(DistrictWords.ground), type: .text),
      Column(id: "from_day", label: DistrictWords.heading(DistrictWords.from), type: .date),
      Column(id: "until_day", label: DistrictWords.heading(DistrictWords.until), type: .date),
    ]
    let rows = conflicts.map { task, recusal in
      Table.Row([
        .text(task.kind.rawValue),
        task.inspection.map { .reference(Reference(key: $0, name: titles[$0])) } ?? .null,
        .reference(Reference(key: task.unit, name: units.name(task.unit))),
        .reference(Reference(key: task.person, name: persons.name(task.person))),
        .date(task.day), task.number.map(Value.text) ?? .null, recusal.number.map(Value.text) ?? .null,
        .text(recusal.ground), recusal.from.map(Value.date) ?? .null,
        recusal.until.map(Value.date) ?? .null,
      ])
    }
    return Table(columns: columns, rows: rows)
  }
}
