import KitModel

/// A cell of a sheet as its part writes it.
struct CellMarkup {
  /// From 0.
  var column: Int
  var tag: MarkupTag
  var formula: Formula?
  /// What stands in it beside the formula, as written: `<v>…</v>`.
  var content: [UInt8] = []

  struct Formula {
    var tag: MarkupTag
    /// Empty for one that shares another cell's.
    var text: String
  }

  /// An index into the styles of the workbook.
  var style: Int {
    get { tag["s"].flatMap { Int($0) } ?? 0 }
    set { tag["s"] = newValue == 0 ? nil : String(newValue) }
  }

  var isBlank: Bool { formula == nil && content.isEmpty }

  init(column: Int, style: Int, prefix: String) {
    self.column = column
    tag = MarkupTag(prefix + "c")
    tag["r"] = ""
    self.style = style
  }

  /// Reads a cell whose start tag was met; `pieces` goes on behind its end.
  init(_ piece: MarkupPiece, column: Int, tag: MarkupTag, _ pieces: inout MarkupPieces, in bytes: [UInt8]) {
    self.column = column
    self.tag = tag
    self.tag.isEmpty = false
    guard piece.kind == .start else { return }
    var depth = 0
    var isInFormula = false
    while let piece = pieces.next() {
      if piece.kind == .end {
        if depth == 0 { break }
        depth -= 1
        if isInFormula, depth == 0 {
          isInFormula = false
          continue
        }
      } else if piece.kind == .start || piece.kind == .empty {
        let tag = MarkupTag(piece, in: bytes)
        if depth == 0, tag.local == "f" {
          formula = Formula(tag: tag, text: "")
          formula?.tag.isEmpty = false
          isInFormula = piece.kind == .start
          depth += piece.kind == .start ? 1 : 0
          continue
        }
        depth += piece.kind == .start ? 1 : 0
      } else if isInFormula {
        formula?.text += MarkupText.plain(bytes[piece.range])
        continue
      }
      if piece.kind == .text, depth == 0 { continue }
      content.append(contentsOf: bytes[piece.range])
    }
  }

  /// Forgets what the formula gave when the file was last calculated.
  mutating func forgetResult() {
    guard formula != nil else { return }
    content = []
    tag["t"] = nil
  }

  mutating func clear() {
    formula = nil
    content = []
    for name in ["t", "cm", "vm", "ph"] { tag[name] = nil }
  }

  func write(row: Int, prefix: String, to bytes: inout [UInt8]) {
    var tag = tag
    tag["r"] = Location.columnLetters(column + 1) + String(row)
    tag.isEmpty = isBlank
    tag.write(to: &bytes)
    if tag.isEmpty { return }
    if let formula {
      var start = formula.tag
      start.isEmpty = formula.text.isEmpty
      start.write(to: &bytes)
      if !start.isEmpty {
        bytes.append(contentsOf: MarkupText.escaped(formula.text).utf8)
        start.writeEnd(to: &bytes)
      }
    }
    bytes.append(contentsOf: content)
    tag.writeEnd(to: &bytes)
  }
}
