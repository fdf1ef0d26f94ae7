import KitModel

/// What two outcomes of one text differ in.
enum Difference: String {
  case answered = "the reference answers, the product refuses"
  case refused = "the reference refuses, the product answers"
  case columns = "columns"
  case types = "types"
  case count = "number of rows"
  case values = "values"
  case order = "order of rows"
  case broken = "the product breaks"

  /// Nil if they agree. Doubles may differ in their last bits: sums of doubles depend on the order of adding.
  static func between(_ reference: Outcome, _ product: Outcome) -> Difference? {
    switch (reference, product) {
    case (.refusal, .refusal): return nil
    case (.answer, .refusal): return .answered
    case (.refusal, .answer): return .refused
    case (.answer(let one), .answer(let two)):
      guard one.columns.map(\.id) == two.columns.map(\.id),
        one.columns.map(\.label) == two.columns.map(\.label)
      else {
        return .columns
      }
      for (own, other) in zip(one.columns, two.columns)
      where !own.isFree && family(own.type) != family(other.type) {
        return .types
      }
      guard one.rows.count == two.rows.count else { return .count }
      if zip(one.rows, two.rows).allSatisfy({ agree($0, $1, one.columns) }) {
        return one.marks == two.marks ? nil : .values
      }
      return haveSameRows(one, two) ? .order : .values
    }
  }

  /// Texts of all kinds are one family, exact shares and calculated ones too.
  private static func family(_ type: DataType) -> String {
    switch type {
    case .text, .choice, .file: "text"
    case .decimal(_, let scale): "decimal with \(scale) places"
    case .percent, .realPercent: "percent"
    case .duration: "duration"
    case .integer, .real, .boolean, .date, .period, .time, .reference, .null: "\(type)"
    }
  }

  private static func agree(_ one: [Value], _ two: [Value], _ columns: [Answer.Heading]) -> Bool {
    zip(zip(one, two), columns).allSatisfy { pair, column in column.isFree || agree(pair.0, pair.1) }
  }

  private static func agree(_ one: Value, _ two: Value) -> Bool {
    switch (one, two) {
    case (.real(let first), .real(let second)):
      return first == second || abs(first - second) <= 1e-9 * max(1, abs(first), abs(second))
    case (.decimal(let first), .decimal(let second)): return first == second && first.scale == second.scale
    default: return one == two
    }
  }

  private static func haveSameRows(_ one: Answer, _ two: Answer) -> Bool {
    var rest = two.rows
    return one.rows.allSatisfy { row in
      guard let place = rest.firstIndex(where: { agree(row, $0, one.columns) }) else { return false }
      rest.remove(at: place)
      return true
    }
  }
}
