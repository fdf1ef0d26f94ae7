import Glibc

/// Finds bytes in bytes (glibc's memmem is not visible from Swift).
enum ByteSearch {
  /// Where `needle` first begins in `bytes`; nil if it does not occur or is empty.
  static func find(_ needle: [UInt8], in bytes: UnsafeRawBufferPointer) -> Int? {
    guard let base = bytes.baseAddress, let first = needle.first else { return nil }
    var start = 0
    while bytes.count - start >= needle.count,
      let hit = memchr(base + start, Int32(first), bytes.count - start - needle.count + 1)
    {
      if memcmp(hit, needle, needle.count) == 0 { return UnsafeRawPointer(hit) - base }
      start = UnsafeRawPointer(hit) - base + 1
    }
    return nil
  }
}
