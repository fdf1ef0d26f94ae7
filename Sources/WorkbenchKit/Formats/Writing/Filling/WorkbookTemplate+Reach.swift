import KitModel

/// Where what speaks of the blank rows below a heading ends: rows that are filled in beyond it would be missing there.
extension WorkbookTemplate {
  /// The last row to which formulas above or below blank rows of the same sheet add up what stands from these on.
  package func summedRows(from first: Int, to blank: Int, of sheet: Int) throws -> Int? {
    var last: Int?
    for row in try markup(sheet).rows where row.number < first || row.number > max(first, blank) {
      for rows in ranges(in: row, of: sheet, on: sheet) {
        guard rows.lowerBound <= first, rows.upperBound >= first, !rows.contains(row.number) else { continue }
        last = max(last ?? 0, rows.upperBound)
      }
    }
    return last
  }

  /// Whether a formula of the row adds up rows below it: a total that stands above what it adds up.
  package func addsUpBelow(_ row: Int, of sheet: Int) throws -> Bool {
    guard let found = try markup(sheet).row(row) else { return false }
    return ranges(in: found, of: sheet, on: sheet).contains { $0.lowerBound > row }
  }

  /// The least row at which something ends that speaks of the rows from `first` on: formulas of other sheets, names,
  /// what is printed, tables, charts; nil where nothing does.
  ///
  /// - Parameters:
  ///   - isContinued: The rows go on with those above, so that what ends just above counts.
  ///   - withRules: Rules for cells count too.
  package func namedRows(from first: Int, of sheet: Int, isContinued: Bool, withRules: Bool) throws -> Int? {
    var found = try input.sheets.indices.filter { $0 != sheet }.flatMap { other in
      try markup(other).rows.flatMap { ranges(in: $0, of: other, on: sheet) }
    }
    found += workbook.names.flatMap { ranges(in: $0.formula, on: sheet, own: nil) }
    for link in try links(of: sheet) where link.kind == "table" {
      found += try places(in: link.target, attribute: "ref", of: "table")
    }
    for key in charts {
      guard let part = try container.part(key) else { continue }
      for text in Self.texts(try Self.bytes(of: part, file: name), of: "f") {
        found += ranges(in: text, on: sheet, own: nil)
      }
    }
    if withRules { found += try rules(of: sheet) }
    let least = isContinued ? first - 1 : first
    return found.filter { $0.lowerBound <= first && $0.upperBound >= least }.map(\.upperBound).min()
  }

  /// Cells outside some rows whose formulas name single cells of these rows: rows put in between are not in them.
  package func singlyNamed(_ rows: ClosedRange<Int>, of sheet: Int) throws -> [(row: Int, column: Int)] {
    let own = NameKey(sheetName(sheet))
    var cells: [(row: Int, column: Int)] = []
    for row in try markup(sheet).rows where !rows.contains(row.number) {
      for cell in row.cells {
        guard let formula = cell.formula else { continue }
        var isSingle = false
        _ = FormulaReferences.rewrite(formula.text) { found in
          if found.last == nil, rows.contains(found.first.row),
            found.sheet.map({ NameKey($0) == own }) != false
          {
            isSingle = true
          }
          return nil
        }
        if isSingle { cells.append((row.number, cell.column)) }
      }
    }
    return cells
  }

  // MARK: ranges

  /// The rows of ranges of `target` that the formulas of a row speak of.
  private func ranges(in row: RowMarkup, of sheet: Int, on target: Int) -> [ClosedRange<Int>] {
    row.cells.compactMap(\.formula).flatMap { ranges(in: $0.text, on: target, own: sheetName(sheet)) }
  }

  private func ranges(in formula: String, on target: Int, own: String?) -> [ClosedRange<Int>] {
    let name = NameKey(sheetName(target))
    var rows: [ClosedRange<Int>] = []
    _ = FormulaReferences.rewrite(formula) { found in
      if let last = found.last, found.first.kind == .cell, NameKey(found.sheet ?? own ?? "") == name {
        rows.append(min(found.first.row, last.row)...max(found.first.row, last.row))
      }
      return nil
    }
    return rows
  }

  /// Rows of the ranges for which the sheet has rules: conditional formats, allowed values.
  private func rules(of sheet: Int) throws -> [ClosedRange<Int>] {
    Self.places(in: try markup(sheet).tail, attribute: "sqref", of: "conditionalFormatting")
      + Self.places(in: try markup(sheet).tail, attribute: "sqref", of: "dataValidation")
  }

  private func places(in part: String, attribute: String, of element: String) throws -> [ClosedRange<Int>] {
    guard let part = try container.part(part) else { return [] }
    return Self.places(in: try Self.bytes(of: part, file: name), attribute: attribute, of: element)
  }

  private static func places(in bytes: [UInt8], attribute: String, of element: String)
    -> [ClosedRange<Int>]
  {
    MarkupPieces(bytes).filter { $0.kind == .start || $0.kind == .empty }.flatMap { piece in
      let tag = MarkupTag(piece, in: bytes)
      guard tag.local == element[...], let places = tag[attribute] else { return [ClosedRange<Int>]() }
      return places.split(separator: " ").compactMap { CellPlace.range(String($0))?.rows }
    }
  }

  /// The texts of all elements of a name.
  private static func texts(_ bytes: [UInt8], of element: String) -> [String] {
    var texts: [String] = []
    _ = MarkupRewriter(text: { text, path in
      if path.last == element[...] { texts.append(text) }
      return nil
    }).rewrite(bytes)
    return texts
  }
}
