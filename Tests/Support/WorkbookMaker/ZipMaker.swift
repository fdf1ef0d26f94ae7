/// Makes zip files byte by byte, so that tests can make them wrong.
package enum ZipMaker {
  package struct Entry {
    package var name: [UInt8]
    /// What stands in the file: deflated or as it is.
    package var packed: [UInt8]
    package var isDeflated = false
    package var size: Int
    package var checksum: UInt32
    /// Bit 11: the name is UTF-8. Bit 0: encrypted.
    package var flags: UInt16 = 0x800

    package init(_ name: String, _ content: [UInt8]) {
      self.name = Array(name.utf8)
      packed = content
      size = content.count
      checksum = ZipMaker.checksum(content)
    }

    package init(_ name: String, _ content: String) { self.init(name, Array(content.utf8)) }

    /// A text and blanks without end: 13 bits for each 258 of them.
    package static func bomb(_ name: String, prefix: String, blanks: Int) -> Entry {
      var entry = Entry(name, [])
      entry.packed = Deflate.packed(prefix: Array(prefix.utf8), blanks: blanks)
      entry.isDeflated = true
      entry.size = prefix.utf8.count + blanks
      return entry
    }
  }

  package static func zip(_ entries: [Entry]) -> [UInt8] {
    var result: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = result.count
      let method: UInt16 = entry.isDeflated ? 8 : 0
      let common =
        two(20) + two(entry.flags) + two(method) + two(0) + two(33) + four(entry.checksum)
        + four(UInt32(entry.packed.count)) + four(UInt32(entry.size)) + two(UInt16(entry.name.count)) + two(0)
      result += four(0x0403_4B50) + common + entry.name + entry.packed
      directory +=
        four(0x0201_4B50) + two(20) + common + two(0) + two(0) + two(0) + four(0) + four(UInt32(offset))
        + entry.name
    }
    let start = result.count
    result += directory + four(0x0605_4B50) + two(0) + two(0)
    result += two(UInt16(entries.count)) + two(UInt16(entries.count))
    return result + four(UInt32(directory.count)) + four(UInt32(start)) + two(0)
  }

  package static func zip(_ entries: KeyValuePairs<String, String>) -> [UInt8] {
    zip(entries.map { Entry($0.key, $0.value) })
  }

  private static func two(_ value: UInt16) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8)] }
  private static func four(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(value >> ($0 * 8) & 255) } }

  package static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = .max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }

  /// Deflate with fixed codes (RFC 1951, 3.2.6).
  private struct Deflate {
    private var bytes: [UInt8] = []
    private var filled = 8

    static func packed(prefix: [UInt8], blanks: Int) -> [UInt8] {
      var stream = Deflate()
      stream.bits([1, 1, 0])
      for byte in prefix + [32] { stream.literal(byte) }
      for _ in 0..<(blanks / 258) { stream.bits([1, 1, 0, 0, 0, 1, 0, 1] + [0, 0, 0, 0, 0]) }
      stream.bits([0, 0, 0, 0, 0, 0, 0])
      return stream.bytes
    }

    private mutating func literal(_ byte: UInt8) {
      // 0–143 have eight bits from 00110000 on, the others nine from 110010000 on.
      let code = byte < 144 ? 0x30 + Int(byte) : 0x190 + Int(byte) - 144
      let length = byte < 144 ? 8 : 9
      bits((0..<length).map { UInt8(code >> (length - 1 - $0) & 1) })
    }

    private mutating func bits(_ bits: [UInt8]) {
      for bit in bits {
        if filled == 8 {
          bytes.append(0)
          filled = 0
        }
        bytes[bytes.count - 1] |= bit << UInt8(filled)
        filled += 1
      }
    }
  }
}
