import KitDocuments

/// How much a file holds, as far as its bytes tell.
enum FileExtent: Sendable {
  /// Of a paper or a picture.
  case pages(Int)
  /// Of a workbook, whose pages depend on who prints it.
  case sheets(Int)
  /// One file of another kind, or one of which nothing can be told.
  case piece

  init(of bytes: [UInt8], named name: String) {
    let ending = name.contains(".") ? (name.split(separator: ".").last ?? "").lowercased() : ""
    self =
      switch ending {
      case "pdf": .pages(PDFPages.count(bytes))
      // Only what is one: a text under the name of a picture shows nothing.
      case "jpg", "jpeg", "png", "svg":
        (try? PictureFile.picture(bytes, name: name)) == nil ? .piece : .pages(1)
      case "xlsx", "xlsm": Self.sheets(bytes).map(Self.sheets) ?? .piece
      default: .piece
      }
  }

  /// Counts the parts `xl/worksheets/….xml` in the directory of the zip; nil: there is none.
  private static func sheets(_ bytes: [UInt8]) -> Int? {
    let folder = Array("xl/worksheets/".utf8)
    let header = 46
    var count = 0
    var place = 0
    while place + header < bytes.count {
      guard bytes[place] == 0x50, bytes[place + 1] == 0x4B, bytes[place + 2] == 1, bytes[place + 3] == 2
      else {
        place += 1
        continue
      }
      let length = Int(bytes[place + 28]) | Int(bytes[place + 29]) << 8
      let end = min(place + header + length, bytes.count)
      let name = bytes[(place + header)..<end]
      // Behind the folder there is no other one: `_rels/` holds no sheets.
      if name.starts(with: folder), !name.dropFirst(folder.count).contains(UInt8(ascii: "/")) { count += 1 }
      place = end
    }
    return count == 0 ? nil : count
  }
}
