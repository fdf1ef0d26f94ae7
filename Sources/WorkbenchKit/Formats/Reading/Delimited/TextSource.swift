import Glibc
import KitModel

/// The content of a text file as UTF-8, chunk by chunk.
protocol TextSource: AnyObject {
  /// Whether what it gives is known to be well-formed.
  var isChecked: Bool { get }
  /// Fills `target` (at least 1 KB) from its front; the number of bytes, 0 at the end.
  func read(into target: UnsafeMutableRawBufferPointer) throws -> Int
}

/// A file that is UTF-8 by itself: bytes as they stand, not checked.
final class PlainSource: TextSource {
  let isChecked = false
  private let file: ReadableFile
  private var offset: Int

  init(_ file: ReadableFile, from offset: Int) {
    self.file = file
    self.offset = offset
  }

  func read(into target: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = try file.read(into: target, at: offset)
    offset += count
    return count
  }
}

/// A file in another encoding, converted by iconv in chunks; a character cut by the end of a chunk is kept
/// for the next.
final class ConvertedSource: TextSource {
  let isChecked = true
  private let file: ReadableFile
  private let encoding: TextEncoding
  private let converter: iconv_t
  /// Where in the file the bytes of `input` begin.
  private var offset: Int
  private var input = [UInt8](repeating: 0, count: 128 << 10)
  private var filled = 0

  init(_ file: ReadableFile, encoding: TextEncoding, from offset: Int) throws {
    let opened = iconv_open("UTF-8", encoding.rawValue)
    guard let opened, opened != iconv_t(bitPattern: -1) else {
      throw Diagnostic(
        DelimitedMessages.encodingUnavailable, ["file": file.name, "encoding": encoding.rawValue],
        in: Location(file: file.name))
    }
    self.file = file
    self.encoding = encoding
    self.offset = offset
    converter = opened
  }

  deinit { iconv_close(converter) }

  func read(into target: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
      let more = try input.withUnsafeMutableBytes {
        try file.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[filled...]), at: offset + filled)
      }
      filled += more
      if filled == 0 { return 0 }
      let written = try convert(into: target, isLast: more == 0)
      if written > 0 { return written }
    }
  }

  private func convert(into target: UnsafeMutableRawBufferPointer, isLast: Bool) throws -> Int {
    var output = target.baseAddress?.assumingMemoryBound(to: CChar.self)
    var room = target.count
    var left = filled
    let failure: Int32 = input.withUnsafeMutableBytes { bytes in
      var from = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      errno = 0
      return iconv(converter, &from, &left, &output, &room) == -1 ? errno : 0
    }
    let used = filled - left
    if failure == EILSEQ || (failure == EINVAL && isLast && used == 0) {
      let line = try TextPlace.line(ofByte: offset + used, in: file, encoding: encoding)
      throw Diagnostic(
        DelimitedMessages.invalidBytes,
        ["file": file.name, "line": String(line), "encoding": encoding.rawValue],
        in: Location(file: file.name, row: line))
    }
    input.withUnsafeMutableBytes { bytes in
      guard left > 0, let base = bytes.baseAddress else { return }
      memmove(base, base + used, left)
    }
    offset += used
    filled = left
    return target.count - room
  }
}

/// Finds lines again from the place of a byte: needed for a refusal only, so nothing is counted before.
enum TextPlace {
  static func line(ofByte end: Int, in file: ReadableFile, encoding: TextEncoding) throws -> Int {
    var line = 1
    var wasReturn = false
    // A line feed of UTF-16 is a whole unit: its bytes occur in other characters too (上 is 4E0A). Chunks and
    // the byte order mark have even lengths, so units never straddle them.
    let unit = encoding.isUTF16 ? 2 : 1
    let low = encoding == .utf16BigEndian ? 1 : 0
    try file.forEachChunk { bytes, offset in
      for index in stride(from: 0, to: bytes.count - unit + 1, by: unit) {
        if offset + index >= end { return false }
        let isASCII = unit == 1 || bytes[index + 1 - low] == 0
        let byte = isASCII ? bytes[index + (unit == 1 ? 0 : low)] : 0
        if byte == 13 || (byte == 10 && !wasReturn) { line += 1 }
        wasReturn = byte == 13
      }
      return true
    }
    return line
  }
}
