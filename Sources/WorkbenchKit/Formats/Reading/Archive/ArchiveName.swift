import Glibc

/// Names inside archives: their encoding, and whether they are safe to be unpacked.
enum ArchiveName {
  /// The text of a name: UTF-8 if it is that, else GB18030 as Chinese Windows writes it, else what can be read.
  static func text(_ bytes: [UInt8]) -> String {
    String(validating: bytes, as: UTF8.self) ?? fromGB18030(bytes) ?? String(decoding: bytes, as: UTF8.self)
  }

  /// The name as a path below a folder; nil for one that points elsewhere, is empty or cannot be a file's.
  static func safePath(_ name: String) -> String? {
    let flat = name.replacing("\\", with: "/")
    guard !flat.hasPrefix("/"), !flat.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
    else { return nil }
    let steps = flat.split(separator: "/").filter { $0 != "." }
    let isDrive = steps.first.map { $0.count == 2 && $0.last == ":" } ?? true
    guard !isDrive, !steps.contains("..") else { return nil }
    return steps.joined(separator: "/")
  }

  private static func fromGB18030(_ bytes: [UInt8]) -> String? {
    guard let converter = iconv_open("UTF-8", TextEncoding.gb18030.rawValue),
      converter != iconv_t(bitPattern: -1)
    else { return nil }
    defer { iconv_close(converter) }
    var source = bytes.map { CChar(bitPattern: $0) }
    var target = [CChar](repeating: 0, count: bytes.count * 4 + 4)
    var left = source.count
    var room = target.count
    let isDone = source.withUnsafeMutableBufferPointer { source in
      target.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        return iconv(converter, &from, &left, &to, &room) != -1
      }
    }
    guard isDone else { return nil }
    return String(decoding: target.prefix(target.count - room).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
