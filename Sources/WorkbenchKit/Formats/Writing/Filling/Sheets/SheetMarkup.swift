/// The part of a sheet, taken apart to be changed: its rows, and what stands before and behind them as it is.
struct SheetMarkup {
  /// The prefix of its elements, mostly none: `x:`.
  private(set) var prefix = ""
  /// Up to the start of `sheetData`.
  var head: [UInt8] = []
  private var dataTag = MarkupTag("sheetData")
  var rows: [RowMarkup] = []
  /// Behind the end of `sheetData`.
  var tail: [UInt8] = []
  /// Styles of whole columns.
  private var columnStyles: [(columns: ClosedRange<Int>, style: Int)] = []
  /// Cells merged to one.
  private(set) var merged: [CellRange] = []

  init(_ bytes: [UInt8]) {
    var pieces = MarkupPieces(bytes)
    var seen = false
    while let piece = pieces.next() {
      guard piece.kind == .start || piece.kind == .empty else { continue }
      let tag = MarkupTag(piece, in: bytes)
      if tag.local == "worksheet" { prefix = String(tag.name.dropLast("worksheet".count)) }
      if tag.local == "col" { takeColumns(tag) }
      if tag.local == "mergeCell", let range = tag["ref"].flatMap(CellPlace.range) { merged.append(range) }
      guard tag.local == "sheetData", !seen else { continue }
      seen = true
      head = Array(bytes[..<piece.range.lowerBound])
      dataTag = tag
      dataTag.isEmpty = false
      var end = piece.range.upperBound
      if piece.kind == .start { end = takeRows(&pieces, in: bytes) }
      tail = Array(bytes[end...])
    }
  }

  private mutating func takeColumns(_ tag: MarkupTag) {
    guard let first = tag["min"].flatMap({ Int($0) }), let last = tag["max"].flatMap({ Int($0) }),
      let style = tag["style"].flatMap({ Int($0) }), first >= 1, first <= last
    else { return }
    columnStyles.append((first - 1...last - 1, style))
  }

  private mutating func takeRows(_ pieces: inout MarkupPieces, in bytes: [UInt8]) -> Int {
    while let piece = pieces.next() {
      if piece.kind == .end { return piece.range.upperBound }
      guard piece.kind == .start || piece.kind == .empty else { continue }
      let tag = MarkupTag(piece, in: bytes)
      let number = tag["r"].flatMap { Int($0) } ?? (rows.last?.number ?? 0) + 1
      rows.append(RowMarkup(piece, number: number, tag: tag, &pieces, in: bytes))
    }
    return bytes.count
  }

  func row(_ number: Int) -> RowMarkup? { index(of: number).map { rows[$0] } }

  private func index(of number: Int) -> Int? {
    let place = insertionPlace(of: number)
    return place < rows.count && rows[place].number == number ? place : nil
  }

  /// Rows stand in order.
  private func insertionPlace(of number: Int) -> Int {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Puts a row in its place; what is in that place is replaced.
  mutating func put(_ row: RowMarkup) {
    let place = insertionPlace(of: row.number)
    if place < rows.count, rows[place].number == row.number {
      rows[place] = row
    } else {
      rows.insert(row, at: place)
    }
  }

  /// The style of cells of a column that are not there.
  func columnStyle(_ column: Int) -> Int {
    columnStyles.first { $0.columns.contains(column) }?.style ?? 0
  }

  /// Whether any cell calculates.
  var hasFormulas: Bool { rows.contains { $0.cells.contains { $0.formula != nil } } }

  var bytes: [UInt8] {
    var bytes = head
    dataTag.write(to: &bytes)
    for row in rows { row.write(prefix: prefix, to: &bytes) }
    dataTag.writeEnd(to: &bytes)
    return bytes + tail
  }
}
