import KitModel

/// Reads json token by token from a file, with the line of each; RFC 8259, UTF-8 only.
final class JSONScanner {
  private(set) var line = 1
  private let file: ReadableFile
  private let limits: ReadingLimits
  private var buffer = [UInt8](repeating: 0, count: 64 << 10)
  private var filled = 0
  private var index = 0
  private var offset = 0
  /// Where the current line begins, counted over the file.
  private var lineStart = 0
  private var isAtEnd = false

  init(_ file: ReadableFile, limits: ReadingLimits) throws {
    self.file = file
    self.limits = limits
    if try file.bytes(at: 0, count: 3) == [0xEF, 0xBB, 0xBF] { (offset, lineStart) = (3, 3) }
  }

  /// The next byte, which stays; nil at the end.
  func peek() throws -> UInt8? {
    if index < filled { return buffer[index] }
    if isAtEnd { return nil }
    offset += filled
    index = 0
    filled = try buffer.withUnsafeMutableBytes { try file.read(into: $0, at: offset) }
    isAtEnd = filled == 0
    return isAtEnd ? nil : buffer[0]
  }

  /// Takes the byte that `peek` showed.
  func advance() {
    if buffer[index] == 10 {
      line += 1
      lineStart = offset + index + 1
    }
    index += 1
  }

  /// The next byte that is no blank, which stays.
  func peekToken() throws -> UInt8? {
    while let byte = try peek(), byte == 32 || byte == 10 || byte == 13 || byte == 9 { advance() }
    return try peek()
  }

  /// Takes one sign of json's own, or refuses what stands there.
  func expect(_ sign: Character) throws {
    guard try peekToken() == sign.asciiValue else { throw try fault() }
    advance()
  }

  /// Reads a string and appends its text.
  func string(into target: inout [UInt8]) throws {
    try expect("\"")
    let start = target.count
    while true {
      guard let byte = try peek(), byte >= 0x20 else { throw try fault() }
      if byte == UInt8(ascii: "\"") { break }
      advance()
      if byte == UInt8(ascii: "\\") {
        try escape(into: &target)
      } else {
        target.append(byte)
      }
      try checkLength(target.count - start)
    }
    let check = target[start...].withUnsafeBytes { UTF8Check.check($0) }
    if case .invalid = check { throw try fault() }
    advance()
  }

  private func escape(into target: inout [UInt8]) throws {
    guard let sign = try peek() else { throw try fault() }
    switch sign {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): target.append(sign)
    case UInt8(ascii: "b"): target.append(8)
    case UInt8(ascii: "f"): target.append(12)
    case UInt8(ascii: "n"): target.append(10)
    case UInt8(ascii: "r"): target.append(13)
    case UInt8(ascii: "t"): target.append(9)
    case UInt8(ascii: "u"):
      advance()
      return try codePoint(into: &target)
    default: throw try fault()
    }
    advance()
  }

  /// `\u4E00`, or two of them that make one character. Half of such a pair is no text.
  private func codePoint(into target: inout [UInt8]) throws {
    var value = try unit()
    if (0xD800..<0xDC00).contains(value) {
      guard try peek() == UInt8(ascii: "\\") else { throw try fault() }
      advance()
      guard try peek() == UInt8(ascii: "u") else { throw try fault() }
      advance()
      let low = try unit()
      guard (0xDC00..<0xE000).contains(low) else { throw try fault() }
      value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value) else { throw try fault() }
    target.append(contentsOf: Character(scalar).utf8)
  }

  private func unit() throws -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = try peek(), let digit = Character(UnicodeScalar(byte)).hexDigitValue else {
        throw try fault()
      }
      value = value << 4 | UInt32(digit)
      advance()
    }
    return value
  }

  /// Reads a number, `true`, `false` or `null` as written.
  func bareWord(into target: inout [UInt8]) throws {
    let start = target.count
    while let byte = try peek(), Self.isBare(byte) {
      target.append(byte)
      advance()
      try checkLength(target.count - start)
    }
    if target.count == start { throw try fault() }
  }

  private static func isBare(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, 43, 45, 46: true
    default: false
    }
  }

  func checkLength(_ count: Int) throws {
    guard count > limits.recordBytes else { return }
    throw Diagnostic(
      JSONMessages.recordTooLong,
      ["file": file.name, "line": String(line), "limit": String(limits.recordBytes >> 20)],
      in: Location(file: file.name, row: line))
  }

  /// The diagnostic for what stands here.
  func fault() throws -> Diagnostic {
    var found = ["found": JSONMessages.end.zh, "foundEn": JSONMessages.end.en]
    if let byte = try peek() {
      let isShown = byte >= 0x20 && byte < 0x7F
      found = ["found": isShown ? "'\(Character(UnicodeScalar(byte)))'" : "\\x" + String(byte, radix: 16)]
    }
    let column = offset + index - lineStart + 1
    return Diagnostic(
      JSONMessages.syntax,
      ["file": file.name, "line": String(line), "column": String(column)].merging(found) { $1 },
      in: Location(file: file.name, row: line, column: column))
  }
}
