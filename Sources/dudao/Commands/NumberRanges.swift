import KitModel

/// Rising numbers, those that follow each other taken together: a run explained by fifty changes is told in a few words.
struct NumberRanges {
  let ranges: [ClosedRange<Int64>]

  init(_ numbers: some Sequence<Int64>) {
    var ranges: [ClosedRange<Int64>] = []
    for number in Set(numbers).sorted() {
      if let last = ranges.last, last.upperBound + 1 == number {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    self.ranges = ranges
  }

  /// `11, 12, 14–67`.
  var text: String {
    ranges.map { range in
      switch range.count {
      case 1: "\(range.lowerBound)"
      case 2: "\(range.lowerBound), \(range.upperBound)"
      default: "\(range.lowerBound)–\(range.upperBound)"
      }
    }.joined(separator: ", ")
  }

  /// A condition of the language that holds for these numbers alone.
  func condition(on column: Label, _ language: UILanguage) -> String {
    let (name, within, and, or) =
      language == .zh ? (column.zh, "属于", "且", "或") : (column.en, "in", "and", "or")
    let single = ranges.filter { $0.count <= 2 }.flatMap(Array.init).map(String.init)
    var parts = single.isEmpty ? [] : ["\(name) \(within) (\(single.joined(separator: ", ")))"]
    let long = ranges.filter { $0.count > 2 }.map {
      "\(name) >= \($0.lowerBound) \(and) \(name) <= \($0.upperBound)"
    }
    // One alone needs no brackets.
    parts += parts.isEmpty && long.count == 1 ? long : long.map { "(\($0))" }
    return parts.joined(separator: " \(or) ")
  }
}
