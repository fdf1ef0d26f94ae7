/// Of which kit and compiler a library was made: a SHA-256 over the kit's sources and the compiler's version.
struct BuildStamp: Hashable, Sendable, CustomStringConvertible {
  let words: [UInt64]

  /// The stamp of the kit that runs.
  static var current: BuildStamp {
    let (first, second, third, fourth) = workbenchBuildStamp
    return BuildStamp(words: [first, second, third, fourth])
  }

  init(words: [UInt64]) { self.words = words }

  /// The bytes of the section `dudao_stamp`.
  init?(section bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    words = stride(from: 0, to: 32, by: 8).map { start in
      bytes[start..<(start + 8)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    }
  }

  /// The first twelve digits: enough to tell two apart.
  var description: String {
    let digits = String(words.first ?? 0, radix: 16)
    return String((String(repeating: "0", count: 16 - digits.count) + digits).prefix(12))
  }
}
