import KitModel

/// The part of the workbook itself: names given to places, and how it is calculated.
struct WorkbookPart {
  let bytes: [UInt8]

  /// A name and the place that it stands for, as written.
  struct Name {
    let name: String
    let formula: String
  }

  var names: [Name] {
    var names: [Name] = []
    var open: MarkupTag?
    for piece in MarkupPieces(bytes) {
      switch piece.kind {
      case .start:
        let tag = MarkupTag(piece, in: bytes)
        open = tag.local == "definedName" ? tag : nil
      case .text:
        if let tag = open, let name = tag["name"], !["1", "true"].contains(tag["hidden"]) {
          names.append(Name(name: MarkupText.plain(name), formula: MarkupText.plain(bytes[piece.range])))
        }
      default: open = nil
      }
    }
    return names
  }

  /// With names moved, and the wish that all be calculated when it is opened.
  func written(shift: RowShift, of sheet: String) -> [UInt8] {
    var hasRule = false
    let moved = MarkupRewriter(
      tag: { tag, _ in
        guard tag.local == "calcPr" else { return false }
        hasRule = true
        tag["fullCalcOnLoad"] = "1"
        return true
      },
      text: { text, path in
        guard path.last == "definedName", shift.count > 0 else { return nil }
        return FormulaReferences.shifted(text, by: shift, of: sheet, own: nil)
      }
    ).rewrite(bytes)
    return hasRule ? moved : Self.withRule(moved)
  }

  /// What may stand behind the rule for calculating, by ECMA-376 part 1, 18.2.27.
  private static let behind: Set<Substring> = [
    "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing",
    "fileRecoveryPr", "webPublishObjects", "extLst",
  ]

  private static func withRule(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var prefix = ""
    var isDone = false
    var depth = 0
    for piece in MarkupPieces(bytes) {
      let isTag = piece.kind != .text && piece.kind != .other
      let name = isTag ? MarkupTag.local(piece, in: bytes) : ""
      if name == "workbook", piece.kind == .start {
        prefix = String(MarkupTag(piece, in: bytes).name.dropLast("workbook".count))
      }
      let isPlace = depth == 1 && (piece.kind == .end || piece.kind != .end && behind.contains(name))
      if isTag, isPlace, !isDone {
        isDone = true
        result.append(contentsOf: "<\(prefix)calcPr fullCalcOnLoad=\"1\"/>".utf8)
      }
      if piece.kind == .start { depth += 1 }
      if piece.kind == .end { depth -= 1 }
      result.append(contentsOf: bytes[piece.range])
    }
    return result
  }
}
