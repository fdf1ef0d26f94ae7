import KitModel
import KitQuery
import KitWorkspace

/// Runs the pipeline of one measure and reads a figure for each subject out of it.
struct MeasureRunner {
  let rubric: Rubric
  let indicator: Indicator
  let leaf: Indicator.Leaf
  let context: any CommandContext

  /// One figure for each of the subjects.
  func figures(_ places: TextPlaces) throws -> [Figure] {
    switch leaf.measure {
    case .pipeline(let measure): return try numbers(measure, places)
    case .events(let measure): return try events(measure, places)
    case .marks, .figure, .decisions: return []
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
    do {
      return try body()
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      throw Diagnostics(RubricFault.located(error, rubric, indicator))
    }
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

  private func numbers(_ measure: PipelineMeasure, _ places: TextPlaces) throws -> [Figure] {
    let rows = try located {
      try context.keyedRows(measure.pipeline, variables: InputGatherer.offered(rubric))
    }
    let value = try number(measure.value, rows.columns)
    let base = try measure.base.map { try number($0, rows.columns) }
    let absent: Figure =
      switch measure.absent {
      case .missing: .missing(Remark(ScoringMessages.noRow))
      case .zero: .number(0)
      case .notApplicable: .notApplicable(Remark(ScoringMessages.noRow))
      }
    var figures = [Figure](repeating: absent, count: places.count)
    var seen = [Bool](repeating: false, count: places.count)
    var cursor = TextPlaces.Cursor(places)
    try located {
      try rows.forEach { row in
        guard let subject = try cursor.place(row, 0) else { return }
        if seen[subject] {
          figures[subject] = .refused(Remark(ScoringMessages.rowTwice))
        } else {
          seen[subject] = true
          figures[subject] = try figure(row, value, base, measure)
        }
      }
    }
    return figures
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

  private func figure(_ row: any KeyedRow, _ value: Int, _ base: Int?, _ measure: PipelineMeasure) throws
    -> Figure
  {
    guard let number = try number(row, value) else { return .missing(Remark(ScoringMessages.valueEmpty)) }
    guard let base else { return .number(number) }
    guard let lower = try self.number(row, base) else {
      return .missing(Remark(ScoringMessages.valueEmpty))
    }
    if lower.isZero {
      return measure.zeroBaseIsNotApplicable
        ? .notApplicable(Remark(ScoringMessages.baseZeroNotApplicable))
        : .refused(Remark(ScoringMessages.baseZero))
    }
    return .ratio(number, lower)
  }

  /// A real number counts as the shortest decimal that is read as it; only where the indicator allows that.
  private func number(_ row: any KeyedRow, _ column: Int) throws -> Fraction? {
    if let decimal = try row.decimal(at: column) { return Fraction(decimal) }
    let value = try row.value(at: column)
    if case .real(let real) = value { return real.isFinite ? Fraction(approximately: real) : nil }
    return InputGatherer.number(value)
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

extension Fraction {
  /// The shortest decimal that reads as this double.
  init?(approximately real: Double) {
    let text = "\(real)"
    guard let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }) else {
      self.init(text)
      return
    }
    guard let digits = Fraction(text[..<mark]), let exponent = Int(text[text.index(after: mark)...]),
      abs(exponent) <= 400
    else { return nil }
    var power: Fraction = 1
    for _ in 0..<abs(exponent) { power = power * 10 }
    guard let value = exponent < 0 ? digits.divided(by: power) : digits * power else { return nil }
    self = value
  }
}
