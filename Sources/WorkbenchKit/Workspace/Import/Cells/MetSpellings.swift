import Glibc

/// What spellings of cells came to, by their bytes: columns of choices repeat a few of them a million times.
struct MetSpellings<Meaning> {
  /// Few, since they are compared one after another.
  private static var limit: Int { 32 }
  private var met: [(bytes: [UInt8], meaning: Meaning)] = []

  func meaning(of bytes: UnsafeBufferPointer<UInt8>) -> Meaning? {
    for known in met where known.bytes.count == bytes.count {
      let isSame = known.bytes.withUnsafeBufferPointer { own in
        guard let one = own.baseAddress, let other = bytes.baseAddress else { return true }
        return memcmp(one, other, bytes.count) == 0
      }
      if isSame { return known.meaning }
    }
    return nil
  }

  mutating func keep(_ meaning: Meaning, of bytes: UnsafeBufferPointer<UInt8>) {
    if met.count < Self.limit { met.append((Array(bytes), meaning)) }
  }
}
