import KitModel
import KitWorkspace

/// Runs the pipeline of one measure and reads a figure for each subject out of it.
struct MeasureRunner {
  let rubric: Rubric
  let indicator: Indicator
  let leaf: Indicator.Leaf
  let context: any CommandContext

  /// One figure for each of `count` subjects; `places` says which key is which.
  func figures(_ places: [String: Int], count: Int) throws -> [Figure] {
    switch leaf.measure {
    case .pipeline(let measure): return try numbers(measure, places, count)
    case .events(let measure): return try events(measure, places, count)
    case .marks, .figure, .decisions: return []
    }
  }

  private func table(_ pipeline: String) throws -> Table {
    do {
      return try context.query(pipeline, variables: InputGatherer.offered(rubric))
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      throw Diagnostics(RubricFault.located(error, rubric, indicator))
    }
  }

  private func column(_ name: String, _ table: Table) throws -> Int {
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

  private func numbers(_ measure: PipelineMeasure, _ places: [String: Int], _ count: Int) throws -> [Figure] {
    let table = try table(measure.pipeline)
    let value = try column(measure.value, table)
    let base = try measure.base.map { try column($0, table) }
    for place in [value] + (base.map { [$0] } ?? []) {
      let type = table.columns[place].type
      switch type {
      case .real, .realPercent:
        if !leaf.isApproximate {
          throw fault(AssessmentFaults.realColumn, ["column": table.columns[place].id])
        }
      case .integer, .decimal, .percent, .boolean, .null: break
      default:
        throw fault(
          AssessmentFaults.noNumberColumn,
          ["column": table.columns[place].id, "type": type.name(.zh), "typeEn": type.name(.en)])
      }
    }
    let absent: Figure =
      switch measure.absent {
      case .missing: .missing(Remark(ScoringMessages.noRow))
      case .zero: .number(0)
      case .notApplicable: .notApplicable(Remark(ScoringMessages.noRow))
      }
    var figures = [Figure](repeating: absent, count: count)
    var seen: Set<Int> = []
    for row in table.rows {
      guard let subject = row.values.first.flatMap(InputGatherer.key).flatMap({ places[$0] }) else {
        continue
      }
      guard seen.insert(subject).inserted else {
        figures[subject] = .refused(Remark(ScoringMessages.rowTwice))
        continue
      }
      figures[subject] = figure(row.values[value], base.map { row.values[$0] }, measure)
    }
    return figures
  }

  private func figure(_ value: Value, _ base: Value?, _ measure: PipelineMeasure) -> Figure {
    guard let number = number(value) else { return .missing(Remark(ScoringMessages.valueEmpty)) }
    guard let base else { return .number(number) }
    guard let lower = self.number(base) else { return .missing(Remark(ScoringMessages.valueEmpty)) }
    if lower.isZero {
      return measure.zeroBaseIsNotApplicable
        ? .notApplicable(Remark(ScoringMessages.baseZeroNotApplicable))
        : .refused(Remark(ScoringMessages.baseZero))
    }
    return .ratio(number, lower)
  }

  /// A real number counts as the shortest decimal that is read as it; only where the indicator allows that.
  private func number(_ value: Value) -> Fraction? {
    if case .real(let real) = value { return real.isFinite ? Fraction(approximately: real) : nil }
    return InputGatherer.number(value)
  }

  private func events(_ measure: EventMeasure, _ places: [String: Int], _ count: Int) throws -> [Figure] {
    let table = try table(measure.pipeline)
    let event = try column(measure.event, table)
    let marks = try measure.marks.map { try column($0, table) }
    var found = [[Figure.Event]](repeating: [], count: count)
    var known = [[String: Fraction?]](repeating: [:], count: count)
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
