import KitModel

/// Finds the encoding of a text file from its bytes.
///
/// A byte order mark decides. Without one: zeros in every second byte are UTF-16; text whose first Chinese
/// characters are well-formed UTF-8 is UTF-8; else each line of the file is tried, and it is GB18030 if no
/// line is UTF-8. A file with lines of both kinds was put together from two files and is refused with the
/// first line of each kind.
struct EncodingDetection {
  let encoding: TextEncoding
  /// Bytes of the byte order mark.
  let markLength: Int

  init(of file: ReadableFile) throws {
    let head = try file.bytes(at: 0, count: 4096)
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      (encoding, markLength) = (.utf8, 3)
    } else if head.starts(with: [0xFF, 0xFE]) {
      (encoding, markLength) = (.utf16LittleEndian, 2)
    } else if head.starts(with: [0xFE, 0xFF]) {
      (encoding, markLength) = (.utf16BigEndian, 2)
    } else if let wide = Self.unmarkedUTF16(head) {
      (encoding, markLength) = (wide, 0)
    } else {
      let isUTF8 = try Self.isUTF8AtFirstSight(file)
      (encoding, markLength) = (isUTF8 ? .utf8 : try Self.decided(file), 0)
    }
  }

  /// ASCII in UTF-16 has a zero in each second byte; a few characters such as U+3400 have one in the other.
  private static func unmarkedUTF16(_ head: [UInt8]) -> TextEncoding? {
    var zeros = (even: 0, odd: 0)
    for (index, byte) in head.enumerated() where byte == 0 {
      if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let enough = max(2, head.count / 32)
    if zeros.odd >= enough && zeros.odd > 4 * zeros.even { return .utf16LittleEndian }
    if zeros.even >= enough && zeros.even > 4 * zeros.odd { return .utf16BigEndian }
    return nil
  }

  /// Whether the first chunk that is not all ASCII is UTF-8. (Later chunks are checked when they are read.)
  private static func isUTF8AtFirstSight(_ file: ReadableFile) throws -> Bool {
    var answer = true
    try file.forEachChunk { bytes, _ in
      let whole = UnsafeRawBufferPointer(rebasing: bytes.dropLast(UTF8Check.unfinishedTail(bytes)))
      switch UTF8Check.check(whole) {
      case .ascii where whole.count == bytes.count: return true
      case .ascii, .invalid: answer = false
      case .valid: answer = UTF8Check.holdsThreeByteCharacter(whole)
      }
      return false
    }
    return answer
  }

  /// Tries every line that is not ASCII; throws where the file is of two encodings or of none.
  static func decided(_ file: ReadableFile) throws -> TextEncoding {
    var lines = LineTally()
    var carry: [UInt8] = []
    try file.forEachChunk { bytes, _ in
      var start = 0
      while let end = bytes[start...].firstIndex(of: 10) {
        if carry.isEmpty {
          lines.take(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
        } else {
          carry.append(contentsOf: bytes[start..<end])
          carry.withUnsafeBytes { lines.take($0) }
          carry.removeAll(keepingCapacity: true)
        }
        start = end + 1
      }
      carry.append(contentsOf: bytes[start...])
      return carry.count <= 16 << 20
    }
    carry.withUnsafeBytes { lines.take($0) }
    return try lines.verdict(file.name)
  }
}

/// How many lines of a file are UTF-8, how many GB18030, and where the first of each is.
private struct LineTally {
  private var line = 0
  private var firstUTF8: Int?
  private var firstGB: Int?
  private var firstBroken: Int?

  mutating func take(_ bytes: UnsafeRawBufferPointer) {
    line += 1
    switch UTF8Check.check(bytes) {
    case .ascii: break
    case .valid:
      if firstUTF8 == nil && UTF8Check.holdsThreeByteCharacter(bytes) { firstUTF8 = line }
    case .invalid:
      if Self.isGB18030(bytes) {
        if firstGB == nil { firstGB = line }
      } else if firstBroken == nil {
        firstBroken = line
      }
    }
  }

  func verdict(_ name: String) throws -> TextEncoding {
    if let firstUTF8, let firstGB {
      throw Diagnostic(
        DelimitedMessages.mixedEncodings,
        ["file": name, "utf8": String(firstUTF8), "other": String(firstGB)],
        in: Location(file: name, row: max(firstUTF8, firstGB)))
    }
    if let firstBroken {
      throw Diagnostic(
        DelimitedMessages.invalidBytes,
        ["file": name, "line": String(firstBroken), "encoding": firstGB == nil ? "UTF-8" : "GB18030"],
        in: Location(file: name, row: firstBroken))
    }
    return firstGB == nil ? .utf8 : .gb18030
  }

  /// The form of GB18030: one byte, two (81–FE, 40–FE without 7F) or four (81–FE, 30–39 twice).
  private static func isGB18030(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      guard bytes[index] != 0x80, bytes[index] != 0xFF, index + 1 < bytes.count else { return false }
      let second = bytes[index + 1]
      if (0x30...0x39).contains(second) {
        index += 4
        guard index <= bytes.count else { return false }
      } else {
        guard second >= 0x40, second != 0x7F, second != 0xFF else { return false }
        index += 2
      }
    }
    return true
  }
}
