import KitModel

/// Parts beside the sheets that speak of places in one of them, with its rows moved.
struct MovedParts {
  let shift: RowShift
  let sheet: String

  /// A part that belongs to the sheet itself, by the kind of its link; nil for one that names no rows.
  func moved(_ bytes: [UInt8], kind: String) -> [UInt8]? {
    switch kind {
    case "drawing": drawing(bytes)
    case "comments", "threadedComment": places(bytes)
    case "table": table(bytes)
    case "vmlDrawing": shapes(bytes)
    default: nil
    }
  }

  /// A chart, wherever it stands.
  func chart(_ bytes: [UInt8]) -> [UInt8] {
    MarkupRewriter(text: { text, path in
      path.last == "f" ? FormulaReferences.shifted(text, by: shift, of: sheet, own: nil) : nil
    }).rewrite(bytes)
  }

  /// Pictures and charts count rows from 0.
  private func drawing(_ bytes: [UInt8]) -> [UInt8] {
    MarkupRewriter(text: { text, path in
      guard path.last == "row", let row = Int(text) else { return nil }
      return String(shift.row(row + 1) - 1)
    }).rewrite(bytes)
  }

  private func places(_ bytes: [UInt8]) -> [UInt8] {
    MarkupRewriter(tag: { tag, _ in
      guard let place = tag["ref"] else { return false }
      tag["ref"] = shift.places(place)
      return true
    }).rewrite(bytes)
  }

  private func table(_ bytes: [UInt8]) -> [UInt8] {
    MarkupRewriter(
      tag: { tag, _ in
        guard let place = tag["ref"] else { return false }
        tag["ref"] = shift.places(place)
        return true
      },
      text: { text, path in
        path.last == "calculatedColumnFormula" || path.last == "totalsRowFormula"
          ? FormulaReferences.shifted(text, by: shift, of: sheet, own: sheet) : nil
      }
    ).rewrite(bytes)
  }

  /// Frames of comments: `<x:Row>` is the row of the comment, `<x:Anchor>` the frame, both counted from 0.
  private func shapes(_ bytes: [UInt8]) -> [UInt8] {
    MarkupRewriter(text: { text, path in
      let numbers = text.split(separator: ",").map { part in
        Int(part.filter { !$0.isWhitespace })
      }
      switch (path.last, numbers.count) {
      case ("Row", 1): return numbers[0].map { String(shift.row($0 + 1) - 1) }
      case ("Anchor", 8):
        return numbers.enumerated().map { index, number in
          let isRow = index == 2 || index == 6
          return number.map { String(isRow ? shift.row($0 + 1) - 1 : $0) } ?? "0"
        }.joined(separator: ", ")
      default: return nil
      }
    }).rewrite(bytes)
  }
}
