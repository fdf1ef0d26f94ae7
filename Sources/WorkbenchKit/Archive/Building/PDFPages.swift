/// Counts the pages of a pdf that the kit has printed: each is an object of its own there.
enum PDFPages {
  static func count(_ bytes: [UInt8]) -> Int {
    let mark = Array("/Type /Page".utf8)
    var count = 0
    var place = 0
    while place + mark.count < bytes.count {
      guard bytes[place] == mark[0], bytes[place..<(place + mark.count)].elementsEqual(mark) else {
        place += 1
        continue
      }
      place += mark.count
      // `/Type /Pages` is the list of them.
      if bytes[place] != UInt8(ascii: "s") { count += 1 }
    }
    return count
  }
}
