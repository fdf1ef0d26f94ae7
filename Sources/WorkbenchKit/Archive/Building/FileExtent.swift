import KitDocuments

/// How many pages or sheets a file has, as far as its bytes tell.
enum FileExtent {
  static func of(_ bytes: [UInt8], named name: String) -> (pages: Int?, sheets: Int?) {
    let ending = name.contains(".") ? (name.split(separator: ".").last ?? "").lowercased() : ""
    switch ending {
    case "pdf": return (PDFPages.count(bytes), nil)
    case "jpg", "jpeg", "png", "svg":
      // Only what is one: a text under the name of a picture shows nothing.
      return ((try? PictureFile.picture(bytes, name: name)) == nil ? nil : 1, nil)
    case "xlsx", "xlsm": return (nil, sheets(bytes))
    default: return (nil, nil)
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
