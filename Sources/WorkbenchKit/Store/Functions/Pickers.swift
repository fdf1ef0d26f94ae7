import GRDBSQLite
import KitQuery

/// A value kept from a row.
enum KeptValue: Hashable {
  case integer(Int64)
  case real(Double)
  case text(String)

  init?(_ call: FunctionCall, _ place: Int) {
    if call.isNull(place) { return nil }
    if call.isInteger(place), let number = call.integer(place) {
      self = .integer(number)
    } else if call.isReal(place), let number = call.real(place) {
      self = .real(number)
    } else if let text = call.text(place) {
      self = .text(text)
    } else {
      return nil
    }
  }

  static func answer(_ value: KeptValue?, _ call: FunctionCall) {
    switch value {
    case nil: call.answerNull()
    case .integer(let number): call.answer(number)
    case .real(let number): call.answer(number)
    case .text(let text): call.answer(text)
    }
  }
}

/// The value of the first row in the order whose value is not null.
final class First: Accumulator {
  private var best: (place: Int64, value: KeptValue)?

  func step(_ call: FunctionCall) {
    guard let value = KeptValue(call, 0), let place = call.integer(1) else { return }
    if best.map({ place < $0.place }) ?? true { best = (place, value) }
  }

  func finish(_ call: FunctionCall) { KeptValue.answer(best?.value, call) }
}

/// The same for the last row.
final class Last: Accumulator {
  private var best: (place: Int64, value: KeptValue)?

  func step(_ call: FunctionCall) {
    guard let value = KeptValue(call, 0), let place = call.integer(1) else { return }
    if best.map({ place > $0.place }) ?? true { best = (place, value) }
  }

  func finish(_ call: FunctionCall) { KeptValue.answer(best?.value, call) }
}

/// Texts joined in the order of the rows.
final class JoinedText: Accumulator {
  private var parts: [(place: Int64, text: String)] = []
  private var separator: String?

  func step(_ call: FunctionCall) {
    separator = separator ?? call.text(1)
    guard let text = call.text(0), let place = call.integer(2) else { return }
    parts.append((place, text))
  }

  func finish(_ call: FunctionCall) {
    if parts.isEmpty { return call.answerNull() }
    parts.sort { $0.place < $1.place }
    call.answer(parts.map(\.text).joined(separator: separator ?? ""))
  }
}

/// The value of the only row; more than one row is an error.
class OnlyValue {
  private var value: KeptValue?
  private var rows = 0

  required init() {}

  func step(_ call: FunctionCall) {
    rows += 1
    if rows == 1 { value = KeptValue(call, 0) }
  }

  func finish(_ call: FunctionCall, else failure: RuntimeFailure.Code) {
    if rows > 1 { call.fail(failure) } else { KeptValue.answer(value, call) }
  }
}

final class Only: OnlyValue, Accumulator {
  func finish(_ call: FunctionCall) { finish(call, else: .oneRow) }
}

final class OnlyPrior: OnlyValue, Accumulator {
  func finish(_ call: FunctionCall) { finish(call, else: .priorTwice) }
}

/// How many different values: `count(DISTINCT …)` for windows, where SQLite has none.
final class DistinctCount: Accumulator {
  private var values: Set<KeptValue> = []

  func step(_ call: FunctionCall) {
    if let value = KeptValue(call, 0) { values.insert(value) }
  }

  func finish(_ call: FunctionCall) { call.answer(Int64(values.count)) }
}
