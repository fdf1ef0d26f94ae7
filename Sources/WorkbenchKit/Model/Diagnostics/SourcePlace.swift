/// Line and column of an offset in a text.
public struct SourcePlace: Hashable, Sendable {
  /// Line, from 1.
  public let row: Int
  /// Characters (not bytes) before the place on its line.
  public let characters: Int
  private let lineStart: Int

  public init(of offset: Int, in text: String) {
    let bytes = Array(text.utf8.prefix(max(0, offset)))
    var row = 1
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 10 {
      row += 1
      start = index + 1
    }
    self.row = row
    lineStart = start
    characters = String(decoding: bytes[start...], as: UTF8.self).count
  }

  /// The line on which the place lies, without its end.
  public func line(of text: String) -> String {
    let rest = text.utf8.dropFirst(lineStart).prefix { $0 != 10 && $0 != 13 }
    return String(decoding: rest, as: UTF8.self)
  }
}
