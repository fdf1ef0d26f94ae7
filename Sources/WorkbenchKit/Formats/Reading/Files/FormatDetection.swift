import KitModel

extension FileFormat {
  /// What the file is, by its content and, for text, its name. Throws if it cannot be read or is empty.
  public static func detect(_ path: String, name: String? = nil) throws -> FileFormat {
    try detection(path, name: name ?? path).format
  }

  /// The format, and for files that hold no rows what kind of file it is (an extension such as `pdf`).
  static func detection(_ path: String, name: String) throws -> (format: FileFormat, kind: String) {
    let file = try ReadableFile(path: path, name: name)
    guard file.size > 0 else {
      throw Diagnostic(FileMessages.empty, ["file": name], in: Location(file: name))
    }
    let head = try file.bytes(at: 0, count: 4096)
    let named = fileExtension(name)
    if head.starts(with: [0x50, 0x4B, 3, 4]) || head.starts(with: [0x50, 0x4B, 5, 6]) {
      return try zipKind(path: path, name: name, named: named)
    }
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      return try compoundKind(file, named)
    }
    for (signature, kind) in signatures where head.starts(with: signature) { return (.other, kind) }
    let found = text(head, named: named)
    if found.0 == .delimited && named == "xlsx" {
      throw Diagnostic(WorkbookMessages.notZip, ["file": name], in: Location(file: name))
    }
    return found
  }

  private static let signatures: [([UInt8], String)] = [
    (Array("%PDF".utf8), "pdf"), (Array("{\\rtf".utf8), "rtf"), ([0x89, 0x50, 0x4E, 0x47], "png"),
    ([0xFF, 0xD8, 0xFF], "jpg"), (Array("GIF8".utf8), "gif"), (Array("Rar!".utf8), "rar"),
    ([0x37, 0x7A, 0xBC, 0xAF], "7z"), ([0x1F, 0x8B], "gz"), ([0x7F, 0x45, 0x4C, 0x46], "elf"),
    (Array("SQLite format 3".utf8), "sqlite"),
  ]

  private static func fileExtension(_ name: String) -> String {
    let leaf = name.split(separator: "/").last ?? ""
    guard let dot = leaf.lastIndex(of: ".") else { return "" }
    return NameKey(leaf[leaf.index(after: dot)...]).description
  }

  private static func zipKind(path: String, name: String, named: String) throws -> (FileFormat, String) {
    var limits = ReadingLimits()
    // A workbook may hold any number of pictures; archives are counted when they are listed.
    limits.entries = 1_000_000
    let container = try ZipContainer(path: path, name: name, limits: limits)
    let names = container.places.keys
    if names.contains("[content_types].xml") {
      if names.contains(where: { $0.hasPrefix("xl/") }) || named == "xlsx" { return (.workbook, "xlsx") }
      return (.other, named.isEmpty ? "docx" : named)
    }
    if names.contains("mimetype") && names.contains("content.xml") {
      return named == "ods" || named == "xls" || named == "xlsx" ? (.convertible, "ods") : (.other, named)
    }
    return named == "xlsx" ? (.workbook, "xlsx") : (.archive, "zip")
  }

  /// A container of Microsoft's older formats: workbook, document, or a newer file wrapped with a password.
  private static func compoundKind(_ file: ReadableFile, _ named: String) throws -> (FileFormat, String) {
    func wide(_ text: String) -> [UInt8] { text.utf8.flatMap { [$0, 0] } }
    let streams: [(name: [UInt8], FileFormat, String)] = [
      (wide("EncryptedPackage"), .encrypted, "xlsx"), (wide("Workbook"), .convertible, "xls"),
      (wide("Book"), .convertible, "xls"), (wide("WordDocument"), .other, "doc"),
      (wide("PowerPoint Document"), .other, "ppt"),
    ]
    // Names of streams stand in the directory, which may lie anywhere; the first in the list that is found
    // decides, so that a picture's name in a password-protected file misleads nobody.
    var found: Set<Int> = []
    var tail: [UInt8] = []
    try file.forEachChunk { chunk, _ in
      let bytes = tail + chunk
      for (index, stream) in streams.enumerated() where !found.contains(index) {
        if bytes.withUnsafeBytes({ ByteSearch.find(stream.name, in: $0) }) != nil { found.insert(index) }
      }
      tail = Array(bytes.suffix(64))
      return !found.contains(0)
    }
    guard let first = found.min() else { return (.other, named.isEmpty ? "ole" : named) }
    return (streams[first].1, named.isEmpty ? streams[first].2 : named)
  }

  private static func text(_ head: [UInt8], named: String) -> (FileFormat, String) {
    // Zeros are UTF-16, in which json and web pages are not expected.
    let isPlainNamed = ["csv", "tsv", "tab", "txt"].contains(named) || head.contains(0)
    let start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let shown = head[start...].drop { $0 == 32 || (9...13).contains($0) }
    if !isPlainNamed {
      if named == "jsonl" || named == "ndjson" { return (.jsonLines, named) }
      if shown.first == UInt8(ascii: "[") { return (.json, "json") }
      if shown.first == UInt8(ascii: "{") { return (isSeveralLines(shown) ? .jsonLines : .json, "json") }
      if named == "json" { return (.json, "json") }
    }
    if shown.first == UInt8(ascii: "<") && !isPlainNamed {
      // Many web systems "export to Excel" by naming a web page .xls.
      return ["xls", "xlsx", "et"].contains(named) ? (.convertible, "html/xml") : (.other, named)
    }
    return (.delimited, named)
  }

  /// Whether a second object begins on a line of its own: json does not do that, json lines do.
  private static func isSeveralLines(_ head: ArraySlice<UInt8>) -> Bool {
    let lines = head.split(whereSeparator: { $0 == 10 || $0 == 13 })
    guard lines.count > 1, lines[0].last == UInt8(ascii: "}") else { return false }
    return lines[1].first == UInt8(ascii: "{")
  }
}
