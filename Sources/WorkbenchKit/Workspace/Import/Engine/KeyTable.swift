import Glibc

/// The keys met in a file, each with the row where it stood first.
///
/// Keys lie in one array of bytes, so that a million of them take some ten megabytes and no `String`. As long as each
/// is greater than the one before, as in most lists, that order alone tells that it is new; from the first one that
/// is not, keys are found by open addressing.
struct KeyTable {
  private var bytes: [UInt8] = []
  /// Where each key begins; one more for the end.
  private var starts: [UInt32] = [0]
  private var rows: [Int32] = []
  /// Number of the key (from 1) by hash; 0 is free. None while the keys are in order.
  private var slots: [UInt32] = []

  /// Enters a key; the row where it stood before, if it did.
  mutating func insert(_ key: UnsafeBufferPointer<UInt8>, row: Int) -> Int? {
    if slots.isEmpty {
      if rows.isEmpty || order(rows.count - 1, key) < 0 {
        add(key, row)
        return nil
      }
      grow()
    } else if rows.count * 2 >= slots.count {
      grow()
    }
    var slot = Int(truncatingIfNeeded: Self.hash(key)) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if order(number, key) == 0 { return Int(rows[number]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    if add(key, row) { slots[slot] = UInt32(rows.count) }
    return nil
  }

  /// The row of a key that was entered.
  func row(of key: UnsafeBufferPointer<UInt8>) -> Int? {
    if slots.isEmpty { return searched(key) }
    var slot = Int(truncatingIfNeeded: Self.hash(key)) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if order(number, key) == 0 { return Int(rows[number]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Among keys in order.
  private func searched(_ key: UnsafeBufferPointer<UInt8>) -> Int? {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      let order = order(middle, key)
      if order == 0 { return Int(rows[middle]) }
      if order < 0 { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// Below 0 when the key of that number stands before `key`: shorter ones first, then byte by byte.
  @inline(__always)
  private func order(_ number: Int, _ key: UnsafeBufferPointer<UInt8>) -> Int {
    let (start, end) = (Int(starts[number]), Int(starts[number + 1]))
    if end - start != key.count { return end - start < key.count ? -1 : 1 }
    return bytes.withUnsafeBufferPointer { all in
      guard let own = all.baseAddress, let other = key.baseAddress else { return 0 }
      return Int(memcmp(own + start, other, key.count))
    }
  }

  /// Four gigabytes of keys are far above what a file may hold; beyond them nothing is entered.
  @discardableResult
  private mutating func add(_ key: UnsafeBufferPointer<UInt8>, _ row: Int) -> Bool {
    guard let end = UInt32(exactly: bytes.count + key.count) else { return false }
    bytes.append(contentsOf: key)
    starts.append(end)
    rows.append(Int32(truncatingIfNeeded: row))
    return true
  }

  private mutating func grow() {
    var count = max(1 << 8, slots.count)
    while count < rows.count * 4 { count *= 2 }
    var wider = [UInt32](repeating: 0, count: count)
    bytes.withUnsafeBufferPointer { all in
      for number in rows.indices {
        let key = UnsafeBufferPointer(rebasing: all[Int(starts[number])..<Int(starts[number + 1])])
        var slot = Int(truncatingIfNeeded: Self.hash(key)) & (count - 1)
        while wider[slot] != 0 { slot = (slot + 1) & (count - 1) }
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
