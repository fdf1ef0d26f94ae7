import KitModel

/// What was found out about a delimited file before its rows are read.
struct DelimitedLayout: Hashable, Sendable {
  let encoding: TextEncoding
  /// Bytes of the byte order mark at the front of the file.
  let markLength: Int
  let delimiter: UInt8
  /// Bytes of decoded text that only name the delimiter.
  let prefixLength: Int

  init(of file: ReadableFile) throws {
    let found = try EncodingDetection(of: file)
    encoding = found.encoding
    markLength = found.markLength
    let source = try Self.source(of: file, encoding: encoding, markLength: markLength)
    var sample = [UInt8](repeating: 0, count: 64 << 10)
    let filled = try sample.withUnsafeMutableBytes { try source.read(into: $0) }
    let delimiting = DelimiterDetection(
      sample: sample[..<filled], isWhole: filled < sample.count, prefersTab: Self.isTabNamed(file.name))
    delimiter = delimiting.delimiter
    prefixLength = delimiting.prefixLength
  }

  func source(of file: ReadableFile) throws -> any TextSource {
    try Self.source(of: file, encoding: encoding, markLength: markLength)
  }

  /// What is not as a csv from Excel should be (UTF-8, commas) is said.
  func remarks(file: String) -> [Diagnostic] {
    var result: [Diagnostic] = []
    if encoding != .utf8 {
      let arguments = ["file": file, "encoding": encoding.rawValue]
      result.append(Diagnostic(DelimitedMessages.encoding, arguments, severity: .note))
    }
    if delimiter != (Self.isTabNamed(file) ? 9 : UInt8(ascii: ",")) {
      let sign = delimiter == 9 ? "Tab" : String(UnicodeScalar(delimiter))
      let arguments = ["file": file, "delimiter": sign]
      result.append(Diagnostic(DelimitedMessages.delimiter, arguments, severity: .note))
    }
    return result
  }

  private static func isTabNamed(_ name: String) -> Bool {
    let lower = NameKey(name).description
    return lower.hasSuffix(".tsv") || lower.hasSuffix(".tab")
  }

  private static func source(of file: ReadableFile, encoding: TextEncoding, markLength: Int) throws
    -> any TextSource
  {
    encoding == .utf8
      ? PlainSource(file, from: markLength)
      : try ConvertedSource(file, encoding: encoding, from: markLength)
  }
}
