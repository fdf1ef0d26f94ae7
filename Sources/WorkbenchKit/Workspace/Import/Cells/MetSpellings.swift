/// What spellings of cells came to, by their bytes: columns of choices and references repeat them a million times.
struct MetSpellings<Meaning> {
  /// More than a district has schools; a column of a million different texts must not be kept.
  private static var limit: Int { 4096 }
  private var table = KeyTable()
  private var meanings: [Meaning] = []

  var hasRoom: Bool { meanings.count < Self.limit }

  func meaning(of bytes: UnsafeBufferPointer<UInt8>) -> Meaning? { table.row(of: bytes).map { meanings[$0] } }

  /// Keeps what a spelling that was not met before came to.
  mutating func keep(_ meaning: Meaning, of bytes: UnsafeBufferPointer<UInt8>) {
    if table.insert(bytes, row: meanings.count) == nil { meanings.append(meaning) }
  }
}
