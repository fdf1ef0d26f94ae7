import Foundation
import KitFormats
import Testing

/// A docx taken apart.
struct DocxFile {
  private let parts: [String: [UInt8]]

  init(_ bytes: [UInt8], in folder: PaperFolder) throws {
    let path = try folder.file("parts.docx", bytes)
    let archive = try ZipArchive.open(path)
    var parts: [String: [UInt8]] = [:]
    for entry in archive.entries {
      let target = folder.url.appending(path: "parts-\(UUID().uuidString)").path
      try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
      parts[entry.name] = Array(try Data(contentsOf: URL(filePath: try archive.extract(entry, to: target))))
      try FileManager.default.removeItem(atPath: target)
    }
    self.parts = parts
  }

  var names: [String] { parts.keys.sorted() }

  func bytes(_ name: String) throws -> [UInt8] { try #require(parts[name], "there is no part \(name)") }

  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  /// The part with a line for each paragraph, cell and row, for people who compare.
  func lines(_ name: String) throws -> String {
    var text = try text(name)
    for tag in ["<w:p>", "<w:tbl>", "<w:tr>", "<w:tc>", "<w:sectPr>", "<w:style ", "</w:body>"] {
      text = text.replacing(tag, with: "\n" + tag)
    }
    return text + "\n"
  }
}
