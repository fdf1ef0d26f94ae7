import KitModel

/// How values compare: section 7 of the language.
enum ValueOrder {
  /// Negative, zero or positive; nil if one of them is missing.
  static func compare(_ left: Value, _ right: Value) throws -> Int? {
    if left.isNull || right.isNull { return nil }
    if let order = try numbers(left, right) { return order }
    switch (left, right) {
    case (.text(let one), .text(let two)): return Int(PinyinOrder.compare(one, two))
    case (.boolean(let one), .boolean(let two)): return (one ? 1 : 0) - (two ? 1 : 0)
    case (.date(let one), .date(let two)): return one.ordinal - two.ordinal
    case (.period(let one), .period(let two)):
      return (one.year, one.index) < (two.year, two.index) ? -1 : one == two ? 0 : 1
    case (.period(let one), .integer(let two)): return sign(Int128(one.year) - Int128(two))
    case (.integer(let one), .period(let two)): return sign(Int128(one) - Int128(two.year))
    case (.reference(let one), .reference(let two)): return Int(PinyinOrder.compare(one.key, two.key))
    case (.reference(let one), .text(let two)): return Int(PinyinOrder.compare(one.key, two))
    case (.text(let one), .reference(let two)): return Int(PinyinOrder.compare(one, two.key))
    case (.duration(let one), .duration(let two)): return one.count - two.count
    case (.duration(let one), .integer(let two)): return sign(Int128(one.count) - Int128(two))
    case (.integer(let one), .duration(let two)): return sign(Int128(one) - Int128(two.count))
    default: throw Failure.running("cannot compare \(left) and \(right)")
    }
  }

  /// `==`, which is never missing: null equals only null.
  static func equal(_ left: Value, _ right: Value) throws -> Bool {
    if left.isNull || right.isNull { return left.isNull && right.isNull }
    return try compare(left, right) == 0
  }

  /// Whether `left` comes before `right` in a sort; missing values come last both ways.
  static func precedes(_ left: Value, _ right: Value, descending: Bool) throws -> Bool? {
    switch (left.isNull, right.isNull) {
    case (true, true): return nil
    case (true, false): return false
    case (false, true): return true
    case (false, false):
      guard let order = try compare(left, right), order != 0 else { return nil }
      return descending ? order > 0 : order < 0
    }
  }

  /// Sorted by several values each, equal ones in the order in which they stood.
  static func sorted<Element>(
    _ elements: [Element], by keys: (Element) throws -> [Value], descending: [Bool]
  ) throws -> [Element] {
    let keyed = try elements.enumerated().map {
      (place: $0.offset, keys: try keys($0.element), element: $0.element)
    }
    return try keyed.sorted { one, two in
      for (index, isDescending) in descending.enumerated() {
        if let before = try precedes(one.keys[index], two.keys[index], descending: isDescending) {
          return before
        }
      }
      return one.place < two.place
    }.map(\.element)
  }

  /// A text that is the same for equal values of one type: null is a value here.
  static func identity(_ value: Value) -> String {
    switch value {
    case .null: "null"
    case .text(let text): "t" + text
    case .integer(let number): "n\(number)"
    case .decimal(let number): number.scale == 0 ? "n\(number.units)" : "n" + trimmed(number.description)
    case .real(let number):
      number == number.rounded() && abs(number) < 1e15 ? "n\(Int64(number))" : "r\(number)"
    case .boolean(let truth): "b\(truth)"
    case .date(let date): "d" + date.iso
    case .period(let period): "p" + period.stored
    case .time(let time): "s" + time.text
    case .duration(let duration): "u\(duration.count)\(duration.unit)"
    case .reference(let reference): "t" + reference.key
    }
  }

  private static func trimmed(_ number: String) -> String {
    var text = number[...]
    while text.hasSuffix("0") { text = text.dropLast() }
    return String(text.hasSuffix(".") ? text.dropLast() : text)
  }

  private static func sign(_ number: Int128) -> Int { number.signum() == 0 ? 0 : number < 0 ? -1 : 1 }

  private static func numbers(_ left: Value, _ right: Value) throws -> Int? {
    if let one = Exact(left), let two = Exact(right) {
      let (first, second) = try Exact.aligned(one, two)
      return first.units == second.units ? 0 : first.units < second.units ? -1 : 1
    }
    guard let one = real(left), let two = real(right) else { return nil }
    return one == two ? 0 : one < two ? -1 : 1
  }

  /// Any number as a double.
  static func real(_ value: Value) -> Double? {
    if case .real(let number) = value { return number }
    return Exact(value)?.real
  }
}
