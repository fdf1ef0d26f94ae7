/// Copies an XML text and changes tags and texts of it on the way.
struct MarkupRewriter {
  /// Changes a start tag; the local names of the elements around it, the outermost first. False: copy it as it is.
  var tag: (inout MarkupTag, [Substring]) -> Bool = { _, _ in false }
  /// The new text of an element that holds nothing else, or nil to leave it.
  var text: (String, [Substring]) -> String? = { _, _ in nil }

  func rewrite(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 1024)
    var path: [Substring] = []
    for piece in MarkupPieces(bytes) {
      switch piece.kind {
      case .start, .empty:
        var tag = MarkupTag(piece, in: bytes)
        if self.tag(&tag, path) {
          tag.write(to: &result)
        } else {
          result.append(contentsOf: bytes[piece.range])
        }
        if piece.kind == .start { path.append(tag.local) }
        continue
      case .end: path.removeLast(path.isEmpty ? 0 : 1)
      case .text, .other:
        let isText = piece.kind == .text || bytes[piece.range].starts(with: Array("<![CDATA[".utf8))
        if isText, let changed = text(MarkupText.plain(bytes[piece.range]), path) {
          result.append(contentsOf: MarkupText.escaped(changed).utf8)
          continue
        }
      }
      result.append(contentsOf: bytes[piece.range])
    }
    return result
  }
}
