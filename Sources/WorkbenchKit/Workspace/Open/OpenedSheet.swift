import KitFormats
import KitModel

/// A sheet of a file that is opened: its heading and the types of its columns.
struct OpenedSheet {
  let input: InputFile
  let index: Int
  var columns: [(index: Int, id: String)]
  let headingRows: [Int]
  let facts: [String]
  var profiles: [ColumnProfile]
  /// Headings whose name another column has, or the table itself needs, and what the column is called instead.
  let renamed: [(heading: String, id: String)]
  /// Whether no row looked like a heading, so that columns are called by their letters.
  let isHeadless: Bool

  var place: Location { Location(file: input.name, sheet: input.sheets[index].name) }

  /// Finds the heading and reads the whole sheet once for the types of its columns.
  init(_ input: InputFile, sheet index: Int, checkCancellation: () throws -> Void) throws {
    self.input = input
    self.index = index
    let reader = try input.rows(ofSheet: index)
    var batch = RowBatch()
    var hasRows = try reader.next(into: &batch)
    let layout = try Self.layout(reader, batch, input, index)
    isHeadless = layout == nil
    headingRows = layout?.headingRows ?? []
    facts = layout?.facts ?? []
    var names: [Int: String] = [:]
    for column in layout?.columns ?? [] { names[column.index] = column.shown }
    var profiles: [ColumnProfile?] = []
    let firstData = (headingRows.last ?? 0) + 1
    while hasRows {
      try checkCancellation()
      Self.profile(batch, from: firstData, &profiles)
      hasRows = try reader.next(into: &batch)
    }
    for column in names.keys where column >= profiles.count {
      profiles += [ColumnProfile?](repeating: nil, count: column + 1 - profiles.count)
    }
    let used = profiles.indices.filter { profiles[$0] != nil || names[$0] != nil }
    columns = Self.unique(used.map { ($0, names[$0] ?? Location.columnLetters($0 + 1)) })
    renamed = columns.compactMap { column in
      guard let heading = names[column.index], !heading.isEmpty, heading != column.id else { return nil }
      return (heading, column.id)
    }
    self.profiles = used.map { profiles[$0] ?? ColumnProfile() }
  }

  private static func layout(_ reader: any RowReader, _ batch: RowBatch, _ input: InputFile, _ index: Int)
    throws
    -> HeadedTable?
  {
    if let names = reader.columnNames {
      return HeadedTable(
        columns: names.enumerated().map { HeadedColumn(index: $0, parts: [$1]) }, headingRows: [], facts: [])
    }
    let rows = HeadRow.rows(of: batch, limit: HeaderFinder.reach)
    return FreeHeading(rows: rows, merged: try input.facts(ofSheet: index).mergedRanges).find()
  }

  private static func profile(_ batch: RowBatch, from firstData: Int, _ profiles: inout [ColumnProfile?]) {
    batch.bytes.withUnsafeBufferPointer { bytes in
      for row in 0..<batch.rowCount where batch.rowNumbers[row] >= firstData {
        let range = batch.cells(ofRow: row)
        // What a total or a note says must not decide what the column holds.
        if let first = range.first, batch.cells[first].length > 0,
          RowVerdict.mayBeSkipped(
            UnsafeBufferPointer(
              rebasing: bytes[
                batch.cells[first].offset..<batch.cells[first].offset + batch.cells[first].length])),
          RowVerdict.isNoData(batch.text(batch.cells[first]))
        {
          continue
        }
        for index in range {
          let cell = batch.cells[index]
          if cell.length == 0 { continue }
          while profiles.count <= cell.column { profiles.append(nil) }
          let raw = UnsafeBufferPointer(rebasing: bytes[cell.offset..<cell.offset + cell.length])
          profiles[cell.column, default: ColumnProfile()].add(raw, kind: cell.kind)
        }
      }
    }
  }

  /// 名称, 名称_2: every column can be named.
  private static func unique(_ columns: [(index: Int, id: String)]) -> [(index: Int, id: String)] {
    // The table that takes the rows numbers them in a column of its own.
    var taken: Set<NameKey> = [NameKey("_rid")]
    return columns.map { column in
      var id = column.id.isEmpty ? Location.columnLetters(column.index + 1) : column.id
      var number = 1
      while !taken.insert(NameKey(id)).inserted {
        number += 1
        id = "\(column.id)_\(number)"
      }
      return (column.index, id)
    }
  }
}

extension Array where Element == ColumnProfile? {
  fileprivate subscript(index: Int, default value: @autoclosure () -> ColumnProfile) -> ColumnProfile {
    get { self[index] ?? value() }
    set { self[index] = newValue }
  }
}
