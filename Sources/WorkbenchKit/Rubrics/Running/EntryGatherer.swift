import KitModel
import KitWorkspace

/// Brings together what evaluators entered. Of ten thousand subjects these are hundreds of thousands of rows, so they
/// are read in no order and one by one, and what stays the same from row to row is looked up once.
struct EntryGatherer: Sendable {
  private let rows: KeyedRows
  private let indicators: [String: Int]

  init(assessment: Assessment, rubric: Rubric, context: any CommandContext) throws {
    rows = try context.keyedRows(
      "\(assessment.quoted("entry")) | where year == $the_year | select indicator, evaluator, unit, by, value, base, reason",
      variables: ["the_year": .period(rubric.year)])
    indicators = Dictionary(
      rubric.all.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// By leaf and kind of evaluator, for each of the subjects.
  func entries(_ places: SubjectPlaces) throws -> [String: [String: [[Entry]]]] {
    var kinds: [Kind] = []
    var evaluator = Latest<Int>()
    var subject = SubjectPlaces.Cursor(places)
    try rows.forEach { row in
      let name = InputGatherer.text(row.values[1])
      let kind = evaluator.value(of: name) { _ in
        if let known = kinds.firstIndex(where: { $0.id == name }) { return known }
        kinds.append(Kind(id: name, entries: Array(repeating: [], count: indicators.count)))
        return kinds.count - 1
      }
      guard let indicator = indicators[InputGatherer.text(row.values[0])],
        let key = InputGatherer.key(row.values[2]), let place = subject.place(of: key),
        let value = InputGatherer.number(row.values[4])
      else { return }
      if kinds[kind].entries[indicator].isEmpty {
        kinds[kind].entries[indicator] = Array(repeating: [], count: places.count)
      }
      kinds[kind].entries[indicator][place].append(
        Entry(
          by: InputGatherer.text(row.values[3]), value: value, base: InputGatherer.number(row.values[5]),
          reason: row.values[6].isNull ? nil : InputGatherer.text(row.values[6])))
    }
    var entries: [String: [String: [[Entry]]]] = [:]
    for kind in kinds {
      for (id, place) in indicators where !kind.entries[place].isEmpty {
        entries[id, default: [:]][kind.id] = kind.entries[place].map(Self.ordered)
      }
    }
    return entries
  }

  /// Several entries for one cell stand in the order of those who made them, however they were read.
  private static func ordered(_ entries: [Entry]) -> [Entry] {
    entries.count < 2 ? entries : entries.sorted { PinyinOrder.precedes($0.by, $1.by) }
  }

  /// What one kind of evaluator entered: by the place of the indicator, for each subject.
  private struct Kind {
    var id: String
    var entries: [[[Entry]]]
  }

  /// What was found for a text, kept for the rows that follow with the same.
  private struct Latest<Found> {
    private var last: (text: String, found: Found)?

    mutating func value(of text: String, _ find: (String) -> Found) -> Found {
      if let last, last.text == text { return last.found }
      let found = find(text)
      last = (text, found)
      return found
    }
  }
}
