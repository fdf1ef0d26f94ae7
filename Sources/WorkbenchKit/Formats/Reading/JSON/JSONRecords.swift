import KitModel

/// The records of a json file one after another: the objects of an array, or objects in sequence (jsonl). Both
/// are read alike, so a file's name decides nothing.
final class JSONRecords {
  enum Scalar { case text, number, boolean, null, nested }

  private let scanner: JSONScanner
  private let file: String
  private let limits: ReadingLimits
  private var isInArray = false
  private var isFirst = true
  private var text: [UInt8] = []
  private var key: [UInt8] = []

  init(_ file: ReadableFile, limits: ReadingLimits) throws {
    scanner = try JSONScanner(file, limits: limits)
    self.file = file.name
    self.limits = limits
  }

  /// Reads the next record and calls `field` for each of its members: key, text of the value, what it is.
  /// The line on which the record begins, or nil at the end.
  func next(_ field: (String, [UInt8], Scalar, _ line: Int) throws -> Void) throws -> Int? {
    guard try moveToRecord() else { return nil }
    let line = scanner.line
    try scanner.expect("{")
    if try scanner.peekToken() == UInt8(ascii: "}") {
      scanner.advance()
      return line
    }
    var length = 0
    var seen: Set<String> = []
    while true {
      key.removeAll(keepingCapacity: true)
      _ = try scanner.peekToken()
      try scanner.string(into: &key)
      let name = String(decoding: key, as: UTF8.self)
      guard seen.insert(name).inserted else {
        throw Diagnostic(
          JSONMessages.repeatedKey, ["file": file, "line": String(line), "key": name],
          in: Location(file: file, row: scanner.line))
      }
      try scanner.expect(":")
      text.removeAll(keepingCapacity: true)
      let kind = try value()
      length += text.count
      try scanner.checkLength(length)
      try field(name, text, kind, line)
      if try scanner.peekToken() == UInt8(ascii: ",") {
        scanner.advance()
        continue
      }
      try scanner.expect("}")
      return line
    }
  }

  /// Moves to the `{` of the next record; false at the end of the file.
  private func moveToRecord() throws -> Bool {
    while true {
      let sign = try scanner.peekToken()
      if isInArray {
        if sign == UInt8(ascii: "]") {
          scanner.advance()
          isInArray = false
          continue
        }
        if !isFirst { try scanner.expect(",") }
        isFirst = false
        guard try scanner.peekToken() == UInt8(ascii: "{") else { throw try notRecord() }
        return true
      }
      switch sign {
      case nil: return false
      case UInt8(ascii: "{"): return true
      case UInt8(ascii: "["):
        scanner.advance()
        isInArray = true
        isFirst = true
      default: throw try notRecord()
      }
    }
  }

  private func notRecord() throws -> Diagnostic {
    // A value of json that is no object is told from what is no json at all.
    guard let sign = try scanner.peek(), "\"[-0123456789tfn".utf8.contains(sign) else {
      return try scanner.fault()
    }
    return Diagnostic(
      JSONMessages.notRecords, ["file": file, "line": String(scanner.line)],
      in: Location(file: file, row: scanner.line))
  }

  private func value() throws -> Scalar {
    switch try scanner.peekToken() {
    case UInt8(ascii: "\""):
      try scanner.string(into: &text)
      return .text
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      try nested(depth: 1)
      return .nested
    default: return try bare()
    }
  }

  private func bare() throws -> Scalar {
    let start = text.count
    try scanner.bareWord(into: &text)
    let word = text[start...]
    if word.elementsEqual("null".utf8) { return .null }
    if word.elementsEqual("true".utf8) || word.elementsEqual("false".utf8) { return .boolean }
    guard Self.isNumber(word) else { throw try scanner.fault() }
    return .number
  }

  /// `-12.5e3` and its parts, as json allows them.
  private static func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
    func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
    var rest = word
    if rest.first == 45 { rest = rest.dropFirst() }
    let whole = rest.prefix(while: isDigit)
    guard !whole.isEmpty, whole.count == 1 || whole.first != 48 else { return false }
    rest = rest.dropFirst(whole.count)
    if rest.first == 46 {
      let decimals = rest.dropFirst().prefix(while: isDigit)
      guard !decimals.isEmpty else { return false }
      rest = rest.dropFirst(1 + decimals.count)
    }
    if let mark = rest.first, mark == 69 || mark == 101 {
      rest = rest.dropFirst()
      if let sign = rest.first, sign == 43 || sign == 45 { rest = rest.dropFirst() }
      return !rest.isEmpty && rest.allSatisfy(isDigit)
    }
    return rest.isEmpty
  }

  /// Copies an object or array as compact json.
  private func nested(depth: Int) throws {
    guard depth <= limits.nesting else {
      throw Diagnostic(
        JSONMessages.tooDeep, ["file": file, "line": String(scanner.line), "limit": String(limits.nesting)],
        in: Location(file: file, row: scanner.line))
    }
    let isObject = try scanner.peek() == UInt8(ascii: "{")
    let close: Character = isObject ? "}" : "]"
    text.append(isObject ? UInt8(ascii: "{") : UInt8(ascii: "["))
    scanner.advance()
    if try scanner.peekToken() != close.asciiValue {
      while true {
        if isObject {
          try quoted()
          try scanner.expect(":")
          text.append(UInt8(ascii: ":"))
        }
        switch try scanner.peekToken() {
        case UInt8(ascii: "\""): try quoted()
        case UInt8(ascii: "{"), UInt8(ascii: "["): try nested(depth: depth + 1)
        default: _ = try bare()
        }
        try scanner.checkLength(text.count)
        guard try scanner.peekToken() == UInt8(ascii: ",") else { break }
        scanner.advance()
        text.append(UInt8(ascii: ","))
      }
    }
    try scanner.expect(close)
    text.append(contentsOf: String(close).utf8)
  }

  private func quoted() throws {
    var content: [UInt8] = []
    _ = try scanner.peekToken()
    try scanner.string(into: &content)
    JSONText.append(content, to: &text)
  }
}
