/// The keys met in a file, each with the row where it stood first.
///
/// Keys lie in one array of bytes and are found by open addressing, so that a million of them take some thirty
/// megabytes and no `String`.
struct KeyTable {
  private var bytes: [UInt8] = []
  /// Where each key begins; one more for the end.
  private var starts: [UInt32] = [0]
  private var rows: [Int32] = []
  /// Number of the key (from 1) by hash; 0 is free.
  private var slots = [UInt32](repeating: 0, count: 1 << 10)

  /// Enters a key; the row where it stood before, if it did.
  mutating func insert(_ key: UnsafeBufferPointer<UInt8>, row: Int) -> Int? {
    if rows.count * 2 >= slots.count { grow() }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: Self.hash(key)) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      let (start, end) = (Int(starts[number]), Int(starts[number + 1]))
      if end - start == key.count && bytes[start..<end].elementsEqual(key) { return Int(rows[number]) }
      slot = (slot + 1) & mask
    }
    bytes.append(contentsOf: key)
    // Four gigabytes of keys are far above what a file may hold; beyond them nothing is entered.
    guard let end = UInt32(exactly: bytes.count) else { return nil }
    starts.append(end)
    rows.append(Int32(truncatingIfNeeded: row))
    slots[slot] = UInt32(rows.count)
    return nil
  }

  private mutating func grow() {
    var wider = [UInt32](repeating: 0, count: slots.count * 4)
    let mask = wider.count - 1
    bytes.withUnsafeBufferPointer { all in
      for number in rows.indices {
        let key = UnsafeBufferPointer(rebasing: all[Int(starts[number])..<Int(starts[number + 1])])
        var slot = Int(truncatingIfNeeded: Self.hash(key)) & mask
        while wider[slot] != 0 { slot = (slot + 1) & mask }
        wider[slot] = UInt32(number + 1)
      }
    }
    slots = wider
  }

  /// FNV-1a with a last mixing, since the slot is taken from the low bits.
  private static func hash(_ key: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash ^= hash >> 32
    return hash &* 0x9E37_79B9_7F4A_7C15 >> 20
  }
}
