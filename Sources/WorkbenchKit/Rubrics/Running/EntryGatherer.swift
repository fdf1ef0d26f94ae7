import KitModel
import KitQuery
import KitWorkspace

/// Brings together what one kind of evaluator entered. Of ten thousand subjects these are hundreds of thousands of rows,
/// so they are read in no order and one by one, and what stays the same from row to row is looked up once.
struct EntryGatherer: Sendable {
  private let rows: KeyedRows
  private let ids: [String]
  private let indicators: TextPlaces

  init(of evaluator: Evaluator, assessment: Assessment, rubric: Rubric, context: any CommandContext) throws {
    rows = try context.keyedRows(
      """
      \(assessment.quoted("entry")) | where year == $the_year and evaluator == $the_evaluator \
      | select indicator, unit, by, value, base, reason
      """, variables: ["the_year": .period(rubric.year), "the_evaluator": .text(evaluator.id)])
    ids = rubric.all.map(\.id)
    indicators = TextPlaces(ids)
  }

  /// By leaf, for each of the subjects.
  func entries(_ places: TextPlaces) throws -> [String: [EntryList]] {
    var found = Array(repeating: [EntryList](), count: ids.count)
    var person = LastText<String>()
    var subject = TextPlaces.Cursor(places)
    var indicator = TextPlaces.Cursor(indicators)
    try rows.forEach { row in
      guard let indicator = try indicator.place(row, 0), let place = try subject.place(row, 1),
        let value = try InputGatherer.number(row, 3)
      else { return }
      if found[indicator].isEmpty {
        found[indicator] = Array(repeating: EntryList(), count: places.count)
      }
      let reason = try row.value(at: 5)
      found[indicator][place].append(
        Entry(
          by: try person.found(row, 2) { $0 }, value: value, base: try InputGatherer.number(row, 4),
          reason: reason.isNull ? nil : InputGatherer.text(reason)))
    }
    let lists = zip(ids, found).filter { !$1.isEmpty }.map { ($0, $1.map(Self.ordered)) }
    return Dictionary(lists, uniquingKeysWith: { first, _ in first })
  }

  /// Several entries for one cell stand in the order of those who made them, however they were read.
  private static func ordered(_ entries: EntryList) -> EntryList {
    entries.count < 2 ? entries : EntryList(entries.sorted { PinyinOrder.precedes($0.by, $1.by) })
  }
}
