import Crypto
import KitModel
import KitQuery

/// A change as the chain covers it.
struct JournalEntry {
  var id: Int64
  var context: ChangeContext
  var kind: ChangeRecord.Kind
  var undoes: Int64?
  var parts: [JournalPart]
  var sources: [SourceRow]
  var seals: [(change: Int64, reason: String)]

  struct SourceRow {
    var id: Int64
    /// All texts of the row as they are kept.
    var texts: [String?]
  }

  /// The link of the chain: SHA-256 over the link before and all that the entry says. Texts go in with their
  /// length, so that no two entries give the same bytes.
  func link(after previous: [UInt8]) -> [UInt8] {
    let hasher = RowHasher()
    previous.withUnsafeBytes { hasher.add(text: $0) }
    for number in [id, context.time.seconds, Int64(context.time.offset), undoes] { hasher.add(number) }
    for text in [context.person, context.login, context.command, kind.rawValue] { hasher.add(text) }
    hasher.add(Int64(parts.count))
    for part in parts {
      for text in [part.entity, part.action.rawValue, part.columnText] { hasher.add(text) }
      for number in [part.first, part.last, Int64(part.rows), part.mark] { hasher.add(number) }
      part.digest.withUnsafeBytes { hasher.add(text: $0) }
    }
    hasher.add(Int64(sources.count))
    for source in sources {
      hasher.add(source.id)
      for text in source.texts { hasher.add(text) }
    }
    hasher.add(Int64(seals.count))
    for seal in seals {
      hasher.add(seal.change)
      hasher.add(seal.reason)
    }
    return hasher.finish()
  }

  /// Twelve hexadecimal digits of a link, in groups of four.
  static func code(_ link: [UInt8]) -> String {
    let digits = Array(hex(link.prefix(6)).uppercased())
    return [digits.prefix(4), digits.dropFirst(4).prefix(4), digits.dropFirst(8)].map { String($0) }
      .joined(separator: "-")
  }
}

extension RowHasher {
  func add(_ text: String?) {
    guard var text else { return addNull() }
    text.withUTF8 { add(text: UnsafeRawBufferPointer($0)) }
  }
}
