import KitModel

extension Interpreter {
  func textFunction(_ name: String, _ arguments: [Typed]) throws -> Typed? {
    func texts() throws -> [Typed] { try arguments.map { try $0.expecting("a text", \.isTextual) } }
    func text(_ values: [Value], _ index: Int) -> String {
      if values.indices.contains(index), case .text(let text) = values[index] { text } else { "" }
    }
    func count(_ values: [Value], _ index: Int) -> Int {
      if case .integer(let number) = values[index] { Int(clamping: max(-1000, min(1000, number))) } else { 0 }
    }
    func onText(_ counts: Int, _ compute: @escaping ([Unicode.Scalar], [Value]) -> [Unicode.Scalar]) throws
      -> Typed
    {
      let subject = try arguments[0].expecting("a text", \.isTextual)
      let numbers = try arguments.dropFirst().map { try $0.expecting("a whole number") { $0 == .integer } }
      return Self.strict(.text, [subject] + numbers) { values in
        .text(Self.string(compute(Array(text(values, 0).unicodeScalars), values)))
      }
    }
    switch (name, arguments.count) {
    case ("length", 1):
      return Self.strict(.integer, try texts()) { .integer(Int64(text($0, 0).unicodeScalars.count)) }
    case ("left", 2): return try onText(1) { Array($0.prefix(max(0, count($1, 1)))) }
    case ("right", 2): return try onText(1) { Array($0.suffix(max(0, count($1, 1)))) }
    case ("mid", 3):
      return try onText(2) { Array($0.dropFirst(max(0, count($1, 1) - 1)).prefix(max(0, count($1, 2)))) }
    case ("trim", 1):
      return Self.strict(.text, try texts()) { .text(Self.trimmed(text($0, 0))) }
    case ("upper", 1): return Self.strict(.text, try texts()) { .text(text($0, 0).uppercased()) }
    case ("lower", 1): return Self.strict(.text, try texts()) { .text(text($0, 0).lowercased()) }
    case ("replace", 3):
      return Self.strict(.text, try texts()) { .text(Self.replaced(text($0, 0), text($0, 1), text($0, 2))) }
    case ("concat", 1...):
      return Self.strict(.text, arguments) { .text(try $0.map(Self.shown).joined()) }
    case ("text", 1): return Self.strict(.text, arguments) { .text(try Self.shown($0[0])) }
    case ("pinyin", 1): return Self.strict(.text, try texts()) { .text(Pinyin.pinyin(of: text($0, 0))) }
    case ("initials", 1):
      return Self.strict(.text, try texts()) { .text(Pinyin.initials(of: text($0, 0)).first ?? "") }
    default: return nil
    }
  }

  private static func string(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func trimmed(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    let front = scalars.drop(while: \.properties.isWhitespace)
    let end = front.lastIndex { !$0.properties.isWhitespace }.map { $0 + 1 } ?? front.startIndex
    return string(Array(front[front.startIndex..<end]))
  }

  private static func replaced(_ text: String, _ old: String, _ new: String) -> String {
    if old.isEmpty { return text }
    var result: [Unicode.Scalar] = []
    var rest = Array(text.unicodeScalars)[...]
    let (pattern, other) = (Array(old.unicodeScalars), Array(new.unicodeScalars))
    while !rest.isEmpty {
      if rest.starts(with: pattern) {
        result += other
        rest = rest.dropFirst(pattern.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return string(result)
  }

  /// A value as text.
  static func shown(_ value: Value) throws -> String {
    switch value {
    case .null: ""
    case .text(let text): text
    case .integer(let number): String(number)
    case .decimal(let number): number.description
    case .real(let number):
      number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : "\(number)"
    case .boolean(let truth): truth ? "是" : "否"
    case .date(let date): date.iso
    case .period(let period): period.label
    case .time(let time): time.text
    case .duration(let duration): String(duration.count)
    case .reference(let reference): reference.key
    }
  }
}
