/// A stretch of the text as the user typed it, in UTF-8 offsets from its start.
///
/// Twins, dropped characters and folded case never move a span: it always points into the original.
public struct SourceSpan: Hashable, Sendable {
  /// Offset of the first byte.
  public var start: Int
  /// Offset just past the last byte; equal to `start` for a place between two characters.
  public var end: Int

  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  /// The smallest span that holds both.
  public func joined(_ other: SourceSpan) -> SourceSpan {
    SourceSpan(min(start, other.start), max(end, other.end))
  }

  /// The part of `text` that the span covers; clipped to the text.
  public func slice(of text: String) -> Substring {
    let bytes = text.utf8
    let lower = bytes.index(bytes.startIndex, offsetBy: min(start, bytes.count))
    let upper = bytes.index(bytes.startIndex, offsetBy: min(end, bytes.count))
    return text[lower..<upper]
  }
}
