import KitModel
import KitQuery
import KitWorkspace

/// Reads a figure for each subject out of the rows of a pipeline that is ready to run, on any thread.
struct FigureReader: Sendable {
  let rubric: Rubric
  let indicator: Indicator
  let measure: PipelineMeasure
  let rows: KeyedRows
  /// The places of the columns with the value, or the upper number, and with the lower one.
  let value: Int
  let base: Int?

  /// One figure for each of the subjects.
  func figures(_ places: TextPlaces) throws -> [Figure] {
    let absent: Figure =
      switch measure.absent {
      case .missing: .missing(Remark(ScoringMessages.noRow))
      case .zero: .number(0)
      case .notApplicable: .notApplicable(Remark(ScoringMessages.noRow))
      }
    var figures = [Figure](repeating: absent, count: places.count)
    var seen = [Bool](repeating: false, count: places.count)
    var cursor = TextPlaces.Cursor(places)
    try RubricFault.locating(rubric, indicator) {
      try rows.forEach { row in
        guard let subject = try cursor.place(row, 0) else { return }
        if seen[subject] {
          figures[subject] = .refused(Remark(ScoringMessages.rowTwice))
        } else {
          seen[subject] = true
          figures[subject] = try figure(row)
        }
      }
    }
    return figures
  }

  private func figure(_ row: any KeyedRow) throws -> Figure {
    guard let number = try Self.number(row, value) else {
      return .missing(Remark(ScoringMessages.valueEmpty))
    }
    guard let base else { return .number(number) }
    guard let lower = try Self.number(row, base) else {
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
  private static func number(_ row: any KeyedRow, _ column: Int) throws -> Fraction? {
    if let decimal = try row.decimal(at: column) { return Fraction(decimal) }
    let value = try row.value(at: column)
    if case .real(let real) = value { return real.isFinite ? Fraction(approximately: real) : nil }
    return InputGatherer.number(value)
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
