import KitModel

extension SheetMarkup {
  /// Formulas that are written once for several cells, each by itself: moved, they could not be shared any longer.
  mutating func unshareFormulas() {
    var masters: [String: (row: Int, column: Int, text: String)] = [:]
    for (rowIndex, row) in rows.enumerated() {
      for (cellIndex, cell) in row.cells.enumerated() {
        guard let formula = cell.formula, formula.tag["t"] == "shared" else { continue }
        let key = formula.tag["si"] ?? ""
        var text = formula.text
        if text.isEmpty, let master = masters[key] {
          text = FormulaReferences.copied(
            master.text, rows: row.number - master.row, columns: cell.column - master.column)
        } else {
          masters[key] = (row.number, cell.column, text)
        }
        for name in ["t", "si", "ref"] { rows[rowIndex].cells[cellIndex].formula?.tag[name] = nil }
        rows[rowIndex].cells[cellIndex].formula?.text = text
      }
    }
  }

  /// Moves what formulas of this sheet say of `sheet`.
  ///
  /// - Parameter name: This sheet's name.
  mutating func shiftFormulas(_ shift: RowShift, of sheet: String, name: String) {
    for row in rows.indices {
      for cell in rows[row].cells.indices {
        guard let formula = rows[row].cells[cell].formula, !formula.text.isEmpty else { continue }
        rows[row].cells[cell].formula?.text = FormulaReferences.shifted(
          formula.text, by: shift, of: sheet, own: name)
      }
    }
    (head, tail) = (
      shifted(head, shift, of: sheet, name: name), shifted(tail, shift, of: sheet, name: name)
    )
  }

  /// Moves the rows, and all that speaks of places in this sheet beside formulas.
  mutating func shiftRows(_ shift: RowShift) {
    for index in rows.indices {
      rows[index].number = shift.row(rows[index].number)
      for cell in rows[index].cells.indices {
        // An array stands in a range of its own.
        guard let range = rows[index].cells[cell].formula?.tag["ref"] else { continue }
        rows[index].cells[cell].formula?.tag["ref"] = shift.places(range)
      }
    }
  }

  /// What stands before and behind the rows: merged cells, rules, filters, print breaks.
  private func shifted(_ bytes: [UInt8], _ shift: RowShift, of sheet: String, name: String) -> [UInt8] {
    let isOwn = sheet == name
    let rewriter = MarkupRewriter(
      tag: { tag, path in
        guard isOwn else { return false }
        var isChanged = false
        for attribute in ["ref", "sqref", "activeCell", "topLeftCell"] {
          guard let place = tag[attribute] else { continue }
          tag[attribute] = shift.places(place, growsCells: attribute == "sqref" && tag.local != "selection")
          isChanged = true
        }
        if tag.local == "brk", path.last == "rowBreaks", let row = tag["id"].flatMap({ Int($0) }) {
          // A break stands below its row.
          tag["id"] = String(shift.row(row + 1) - 1)
          isChanged = true
        }
        if tag.local == "hyperlink", let place = tag["location"] {
          tag["location"] = MarkupText.escaped(
            FormulaReferences.shifted(MarkupText.plain(place), by: shift, of: sheet, own: name))
          isChanged = true
        }
        return isChanged
      },
      text: { text, path in
        switch path.last {
        case "formula", "formula1", "formula2", "f":
          FormulaReferences.shifted(text, by: shift, of: sheet, own: name)
        case "sqref": isOwn ? shift.places(text, growsCells: true) : nil
        default: nil
        }
      })
    return rewriter.rewrite(bytes)
  }

  /// Merges of one row, made again in rows that were copied from it.
  mutating func copyMerges(of row: Int, to rows: Range<Int>) {
    let copied = merged.filter { $0.rows == row...row }.flatMap { range in
      rows.map { CellRange(rows: $0...$0, columns: range.columns) }
    }
    guard !copied.isEmpty else { return }
    var isDone = false
    let added = copied.map { "<\(prefix)mergeCell ref=\"\($0.text)\"/>" }.joined()
    var result: [UInt8] = []
    for piece in MarkupPieces(tail) {
      if !isDone, piece.kind == .start, MarkupTag.local(piece, in: tail) == "mergeCells" {
        isDone = true
        var tag = MarkupTag(piece, in: tail)
        if let count = tag["count"].flatMap({ Int($0) }) { tag["count"] = String(count + copied.count) }
        tag.write(to: &result)
        result.append(contentsOf: added.utf8)
      } else {
        result.append(contentsOf: tail[piece.range])
      }
    }
    tail = result
  }
}

extension CellRange {
  /// `B4:D9`.
  var text: String {
    let first = Self.cell(rows.lowerBound, columns.lowerBound)
    let last = Self.cell(rows.upperBound, columns.upperBound)
    return first == last ? first : first + ":" + last
  }

  private static func cell(_ row: Int, _ column: Int) -> String {
    Location.columnLetters(column + 1) + String(row)
  }
}
