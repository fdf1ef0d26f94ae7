import KitModel
import KitQuery
import KitWorkspace

/// Runs the pipeline of one measure and reads a figure for each subject out of it.
struct MeasureRunner {
  let rubric: Rubric
  let indicator: Indicator
  let leaf: Indicator.Leaf
  let context: any CommandContext

  /// Nil: the indicator is no leaf.
  init?(rubric: Rubric, indicator: Indicator, context: any CommandContext) {
    guard let leaf = indicator.leaf else { return nil }
    self.rubric = rubric
    self.indicator = indicator
    self.leaf = leaf
    self.context = context
  }

  /// One figure for each of the subjects.
  enum Figures {
    case read([Figure])
    /// All is ready to read them, on any thread.
    case toRead(@Sendable () throws -> [Figure])
  }

  func figures(_ places: TextPlaces) throws -> Figures {
    switch leaf.measure {
    case .pipeline(let measure):
      let reader = try reader(measure)
      return .toRead { try reader.figures(places) }
    case .events(let measure): return .read(try events(measure, places))
    case .marks, .figure, .decisions: return .read([])
    }
  }

  /// Whether the pipeline can be asked and gives the columns wanted; no row of it is read.
  func check() throws {
    guard let pipeline = leaf.measure.pipelineText else { return }
    let columns = try table("(\(pipeline)) | take 0").columns
    switch leaf.measure {
    case .pipeline(let measure):
      for name in [measure.value, measure.base].compactMap({ $0 }) { _ = try number(name, columns) }
    case .events(let measure):
      for name in [measure.event, measure.marks].compactMap({ $0 }) { _ = try column(name, columns) }
    case .marks, .figure, .decisions: break
    }
  }

  private func table(_ pipeline: String) throws -> Table {
    try located { try context.query(pipeline, variables: InputGatherer.offered(rubric)) }
  }

  /// Tells faults of the query of the indicator.
  private func located<Result>(_ body: () throws -> Result) throws -> Result {
    try RubricFault.locating(rubric, indicator, body)
  }

  private func reader(_ measure: PipelineMeasure) throws -> FigureReader {
    let rows = try located {
      try context.keyedRows(measure.pipeline, variables: InputGatherer.offered(rubric))
    }
    return FigureReader(
      rubric: rubric, indicator: indicator, measure: measure, rows: rows,
      value: try number(measure.value, rows.columns),
      base: try measure.base.map { try number($0, rows.columns) })
  }

  private func column(_ name: String, _ columns: [Column]) throws -> Int {
    let table = Table(columns: columns)
    if let place = table.place(of: name) { return place }
    throw fault(AssessmentFaults.noColumn, ["column": name, "what": "measure", "columns": table.names])
  }

  private func fault(_ message: Message, _ arguments: [String: String]) -> Diagnostic {
    Diagnostic(
      message, arguments, in: Location(file: rubric.file, row: indicator.line),
      notes: [
        Diagnostic.Note(
          AssessmentFaults.inMeasure,
          ["indicator": indicator.id, "label": indicator.label.zh, "labelEn": indicator.label.en])
      ])
  }

  /// The place of a column with numbers that may be calculated with.
  private func number(_ name: String, _ columns: [Column]) throws -> Int {
    let place = try column(name, columns)
    let type = columns[place].type
    switch type {
    case .real, .realPercent:
      if !leaf.isApproximate { throw fault(AssessmentFaults.realColumn, ["column": columns[place].id]) }
    case .integer, .decimal, .percent, .boolean, .null: break
    default:
      throw fault(
        AssessmentFaults.noNumberColumn,
        ["column": columns[place].id, "type": type.name(.zh), "typeEn": type.name(.en)])
    }
    return place
  }

  private func events(_ measure: EventMeasure, _ places: TextPlaces) throws -> [Figure] {
    let table = try table(measure.pipeline)
    let event = try column(measure.event, table.columns)
    let marks = try measure.marks.map { try column($0, table.columns) }
    var found = [[Figure.Event]](repeating: [], count: places.count)
    var known = [[String: Fraction?]](repeating: [:], count: places.count)
    var refused: [Int: Remark] = [:]
    for row in table.rows {
      guard let subject = row.values.first.flatMap(InputGatherer.key).flatMap({ places[$0] }) else {
        continue
      }
      let id = InputGatherer.text(row.values[event])
      let own = marks.flatMap { InputGatherer.number(row.values[$0]) }
      if id.isEmpty || (marks != nil && own == nil) {
        refused[subject] = Remark(ScoringMessages.valueEmpty)
      } else if let before = known[subject][id] {
        // One event listed twice counts once, if both rows say the same of it.
        if before != own { refused[subject] = Remark(ScoringMessages.eventsDiffer, ["event": id]) }
        if let place = found[subject].firstIndex(where: { $0.id == id }) { found[subject][place].times += 1 }
      } else {
        known[subject][id] = .some(own)
        found[subject].append(Figure.Event(id: id, marks: own))
      }
    }
    return found.indices.map { refused[$0].map(Figure.refused) ?? .events(found[$0]) }
  }
}
