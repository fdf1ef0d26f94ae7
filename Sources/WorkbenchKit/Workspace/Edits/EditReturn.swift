import KitFormats
import KitModel

/// A workbook that came back: its columns and lines found again, whatever was moved.
struct EditReturn {
  let file: String
  let identity: EditIdentity
  let sheet: String
  let cells: ReturnedCells
  private(set) var remarks: [Diagnostic] = []
  private(set) var headingRow: Int
  /// The column of each column of the identity, from 0; nil: it is gone, and nothing can be typed in it.
  private(set) var places: [Int?] = []
  private(set) var markPlace: Int?

  /// Rows among which the heading is looked for.
  private static let reach = 60

  init(_ input: InputFile, file: String, identity: EditIdentity) throws {
    self.file = file
    self.identity = identity
    let shown = input.sheets.enumerated().filter {
      $0.element.name != FormWorkbook.identityName && !$0.element.isHidden
    }
    let named = shown.first { $0.element.name == identity.sheet }
    guard let found = named ?? (shown.count == 1 ? shown.first : nil) else {
      throw Diagnostic(
        EditMessages.sheetMissing,
        ["file": file, "sheet": identity.sheet].merging(listed("found", shown.compactMap(\.element.name))) {
          $1
        },
        in: Location(file: file))
    }
    sheet = found.element.name ?? ""
    cells = try ReturnedCells(input, sheet: found.offset)
    headingRow = identity.headingRow
    if named == nil {
      remarks.append(
        Diagnostic(
          EditMessages.sheetRenamed, ["file": file, "sheet": identity.sheet, "found": sheet], severity: .note)
      )
    }
    try findHeading()
  }

  private mutating func findHeading() throws {
    var best: (row: Int, places: [Int?], mark: Int?)?
    // Where it stood before all others.
    for row in [identity.headingRow] + cells.rows.keys.sorted().prefix(Self.reach) {
      let found = found(in: row)
      if found.places.count(where: { $0 != nil }) > (best?.places.count { $0 != nil } ?? 0) {
        best = (row, found.places, found.mark)
      }
    }
    guard let best else { throw missing(identity.columns) }
    let lost = zip(identity.columns, best.places).filter { column, place in
      place == nil && (column.lock.isEmpty || column.isKey)
    }
    if !lost.isEmpty { throw missing(lost.map(\.0)) }
    (headingRow, places, markPlace) = (best.row, best.places, best.mark)
    let own = Set(places.compactMap { $0 } + [markPlace].compactMap { $0 })
    let added = (cells.rows[headingRow] ?? []).enumerated().filter { place, text in
      !own.contains(place) && !text.allSatisfy(\.isWhitespace)
    }.map(\.element)
    if !added.isEmpty {
      remarks.append(
        Diagnostic(
          EditMessages.columnAdded, ["file": file].merging(listed("columns", added)) { $1 },
          severity: .warning))
    }
    let isMoved = zip(identity.columns, places).contains { $1 != nil && $0.place != $1 }
    if isMoved { remarks.append(Diagnostic(EditMessages.columnsMoved, ["file": file], severity: .note)) }
  }

  /// The columns whose headings stand in a row; a heading that stands there twice is none.
  private func found(in row: Int) -> (places: [Int?], mark: Int?) {
    var there: [NameKey: Int] = [:]
    var doubled: Set<NameKey> = []
    for (column, text) in (cells.rows[row] ?? []).enumerated() where !text.isEmpty {
      let key = HeadingText.key(text)
      if there.updateValue(column, forKey: key) != nil { doubled.insert(key) }
    }
    func place(_ heading: String) -> Int? {
      let key = HeadingText.key(heading)
      return doubled.contains(key) ? nil : there[key]
    }
    return (
      identity.columns.map { place($0.heading) },
      UILanguage.allCases.lazy.compactMap { place(EditWords.markHeading.text($0)) }.first
    )
  }

  private func missing(_ columns: [EditIdentity.Column]) -> Diagnostic {
    Diagnostic(
      EditMessages.columnMissing, ["file": file].merging(listed("columns", columns.map(\.heading))) { $1 },
      in: Location(file: file, sheet: sheet))
  }

  // MARK: Lines

  /// A line below the heading in which something stands.
  struct Line {
    var number: Int
    /// The row of the identity; nil: a new one.
    var row: Int?
    /// Its key was changed.
    var wasRow: Int?
  }

  /// - Parameter keys: What the key cells of each row of the identity read.
  /// - Returns: The lines in their order, and the rows that stand in none.
  func lines(_ keys: [[String]]) -> (lines: [Line], gone: [Int], doubled: [Int]) {
    let rows = Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let keyPlaces = identity.columns.indices.filter { identity.columns[$0].isKey }.compactMap { places[$0] }
    var lines: [Line] = []
    var seen: Set<Int> = []
    var doubled: [Int] = []
    for number in cells.rows.keys.sorted() where number > headingRow {
      // A mark alone is no row.
      guard places.contains(where: { $0.map { holds(number, $0) } ?? false }) else { continue }
      let row = rows[keyPlaces.map { EditCells.plain(text(number, $0)) }]
      if let row, !seen.insert(row).inserted {
        doubled.append(number)
        continue
      }
      lines.append(Line(number: number, row: row))
    }
    // A line that stands where a row stood which is nowhere else has got another key.
    let moved = headingRow - identity.headingRow
    let byNumber = Dictionary(
      identity.rows.enumerated().map { ($1.number + moved, $0) }, uniquingKeysWith: { first, _ in first })
    for index in lines.indices where lines[index].row == nil {
      guard let was = byNumber[lines[index].number], !seen.contains(was) else { continue }
      lines[index].wasRow = was
      seen.insert(was)
    }
    return (lines, identity.rows.indices.filter { !seen.contains($0) }, doubled)
  }

  // MARK: Cells

  /// The text of a cell; row from 1, column from 0.
  func text(_ row: Int, _ column: Int) -> String { cell(row, column)?.text ?? "" }

  func cell(_ row: Int, _ column: Int) -> ReturnedCells.Cell? {
    cells.cells[Location.columnLetters(column + 1) + String(row)]
  }

  /// Whether anything stands in a cell; a formula without a result does.
  func holds(_ row: Int, _ column: Int) -> Bool {
    guard let cell = cell(row, column) else { return false }
    return !cell.text.allSatisfy(\.isWhitespace) || Self.isFaulty(cell)
  }

  /// Whether a cell has no value that could be taken.
  static func isFaulty(_ cell: ReturnedCells.Cell) -> Bool {
    [.error, .uncalculated, .nested].contains(cell.kind)
  }

  /// What a cell comes to by the same rules as in an import.
  func value(_ row: Int, _ column: Int, _ type: DataType, _ reader: CellReader) -> Result<Value, CellFault> {
    guard let cell = cell(row, column) else { return .success(.null) }
    return Array(cell.text.utf8).withUnsafeBufferPointer { bytes in
      switch reader.read(bytes, kind: cell.kind) {
      case .value(let value): .success(ReturnReader.value(value, type))
      case .fault(let fault): .failure(fault)
      }
    }
  }

  func location(_ row: Int, _ column: Int?) -> Location {
    Location(file: file, sheet: sheet, row: row, column: column.map { $0 + 1 })
  }
}
