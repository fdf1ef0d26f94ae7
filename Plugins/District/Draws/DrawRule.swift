import KitStore

/// The arithmetic of a random draw, in steps that anybody can repeat with `sha256sum`. See docs/inspections.md.
enum DrawRule {
  /// - Parameters:
  ///   - digest: SHA-256 of the text of the lists, in hexadecimal digits.
  ///   - number: The public number as it was published.
  static func seed(digest: String, number: String) -> String { TextDigest.sha256(digest + number) }

  /// By which units are drawn, the smallest first: what the stage `sample` of the language goes by.
  static func hash(seed: String, unit: String) -> String { TextDigest.sha256(seed + unit) }

  /// By which inspectors are drawn for a unit, the smallest first.
  static func hash(seed: String, unit: String, person: String) -> String {
    TextDigest.sha256(seed + unit + "\u{1F}" + person)
  }

  /// The units that are drawn, in the order in which they are.
  static func units(_ count: Int, of codes: [String], seed: String) -> [(code: String, hash: String)] {
    let hashed = codes.map { (code: $0, hash: hash(seed: seed, unit: $0)) }
    return Array(hashed.sorted { ($0.hash, $0.code) < ($1.hash, $1.code) }.prefix(count))
  }
}
