import KitModel
import KitQuery
import KitWorkspace

/// Brings together what evaluators entered. Of ten thousand subjects these are hundreds of thousands of rows, so they
/// are read in no order and one by one, and what stays the same from row to row is looked up once.
struct EntryGatherer: Sendable {
  private let rows: KeyedRows
  private let ids: [String]
  private let indicators: TextPlaces

  init(assessment: Assessment, rubric: Rubric, context: any CommandContext) throws {
    rows = try context.keyedRows(
      "\(assessment.quoted("entry")) | where year == $the_year | select indicator, evaluator, unit, by, value, base, reason",
      variables: ["the_year": .period(rubric.year)])
    ids = rubric.all.map(\.id)
    indicators = TextPlaces(ids)
  }

  /// By leaf and kind of evaluator, for each of the subjects.
  func entries(_ places: TextPlaces) throws -> [String: [String: [EntryList]]] {
    var kinds: [Kind] = []
    var evaluator = LastText<Int>()
    var person = LastText<String>()
    var subject = TextPlaces.Cursor(places)
    var indicator = TextPlaces.Cursor(indicators)
    try rows.forEach { row in
      let kind = try evaluator.found(row, 1) { name in
        if let known = kinds.firstIndex(where: { $0.id == name }) { return known }
        kinds.append(Kind(id: name, entries: Array(repeating: [], count: indicators.count)))
        return kinds.count - 1
      }
      guard let indicator = try indicator.place(row, 0), let place = try subject.place(row, 2),
        let value = try InputGatherer.number(row, 4)
      else { return }
      if kinds[kind].entries[indicator].isEmpty {
        kinds[kind].entries[indicator] = Array(repeating: EntryList(), count: places.count)
      }
      let reason = try row.value(at: 6)
      kinds[kind].entries[indicator][place].append(
        Entry(
          by: try person.found(row, 3) { $0 }, value: value, base: try InputGatherer.number(row, 5),
          reason: reason.isNull ? nil : InputGatherer.text(reason)))
    }
    var entries: [String: [String: [EntryList]]] = [:]
    for kind in kinds {
      for (place, id) in ids.enumerated() where !kind.entries[place].isEmpty {
        entries[id, default: [:]][kind.id] = kind.entries[place].map(Self.ordered)
      }
    }
    return entries
  }

  /// Several entries for one cell stand in the order of those who made them, however they were read.
  private static func ordered(_ entries: EntryList) -> EntryList {
    entries.count < 2 ? entries : EntryList(entries.sorted { PinyinOrder.precedes($0.by, $1.by) })
  }

  /// What one kind of evaluator entered: by the place of the indicator, for each subject.
  private struct Kind {
    var id: String
    var entries: [[EntryList]]
  }
}
