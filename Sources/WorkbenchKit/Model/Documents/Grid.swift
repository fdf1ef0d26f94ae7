/// A table laid out cell by cell, with cells over several columns and rows.
public struct Grid: Sendable {
  public var title: String?
  /// Rows from the top down. A row has the cells that begin in it, from the left.
  public var rows: [[Cell]]
  /// So many rows at the top are headings, repeated on every page.
  public var headingRows: Int
  /// Shares of the width for each column; empty: by what stands in them.
  public var widths: [Double]

  public init(title: String? = nil, rows: [[Cell]], headingRows: Int = 1, widths: [Double] = []) {
    self.title = title
    self.rows = rows
    self.headingRows = max(0, min(headingRows, rows.count))
    self.widths = widths
  }

  public struct Cell: Hashable, Sendable {
    public var text: String
    public var columns: Int
    public var rows: Int
    public var side: Side
    /// Names its row, as the first cell of a row often does.
    public var isHeading: Bool

    public init(_ text: String, columns: Int = 1, rows: Int = 1, side: Side = .left, isHeading: Bool = false)
    {
      self.text = text
      self.columns = max(1, columns)
      self.rows = max(1, rows)
      self.side = side
      self.isHeading = isHeading
    }
  }

  public enum Side: Hashable, Sendable { case left, middle, right }

  /// A cell at its place.
  public struct Placed: Hashable, Sendable {
    public var cell: Cell
    public var column: Int
    /// This place is only covered by a cell that begins further up.
    public var isCovered: Bool
  }

  /// Rows with all places from the left, none twice and none left out: a cell that reaches over several columns stands
  /// once, one that reaches over several rows once in each. A cell that reaches out of the table is cut.
  public var placed: [[Placed]] {
    var result: [[Placed]] = []
    // For each column: what still reaches down into it, and over how many rows.
    var open: [Int: (cell: Cell, rows: Int)] = [:]
    for (index, cells) in rows.enumerated() {
      var row: [Placed] = []
      var waiting = cells[...]
      var column = 0
      while true {
        if let above = open[column] {
          row.append(Placed(cell: above.cell, column: column, isCovered: true))
          open[column] = above.rows > 1 ? (above.cell, above.rows - 1) : nil
          column += above.cell.columns
        } else if var cell = waiting.popFirst() {
          cell.rows = min(cell.rows, rows.count - index)
          // What reaches down from above stops a cell that would run into it.
          let next = open.keys.filter { $0 > column }.min() ?? .max
          cell.columns = min(cell.columns, next - column)
          row.append(Placed(cell: cell, column: column, isCovered: false))
          if cell.rows > 1 { open[column] = (cell, cell.rows - 1) }
          column += cell.columns
        } else if let next = open.keys.filter({ $0 > column }).min() {
          row.append(Placed(cell: Cell("", columns: next - column), column: column, isCovered: false))
          column = next
        } else {
          break
        }
      }
      result.append(row)
    }
    let width = result.map { $0.last.map { $0.column + $0.cell.columns } ?? 0 }.max() ?? 0
    return result.map { row in
      let end = row.last.map { $0.column + $0.cell.columns } ?? 0
      guard end < width else { return row }
      return row + [Placed(cell: Cell("", columns: width - end), column: end, isCovered: false)]
    }
  }

  /// The same as columns with headings, for those who calculate: merged headings stand before each of their columns,
  /// merged cells once.
  public var table: Table {
    let placed = placed
    let width = placed.first.map { $0.reduce(0) { $0 + $1.cell.columns } } ?? 0
    var labels = [String](repeating: "", count: width)
    for row in placed.prefix(headingRows) {
      for place in row where !place.isCovered && !place.cell.text.isEmpty {
        for column in place.column..<(place.column + place.cell.columns) {
          labels[column] += (labels[column].isEmpty ? "" : " ") + place.cell.text
        }
      }
    }
    let rows = placed.dropFirst(headingRows).map { row in
      var values = [Value](repeating: .null, count: width)
      for place in row where !place.isCovered && !place.cell.text.isEmpty {
        values[place.column] = .text(place.cell.text)
      }
      return Table.Row(values)
    }
    return Table(
      columns: labels.enumerated().map {
        Column(id: "column_\($0 + 1)", label: Label(zh: $1, en: $1), type: .text)
      }, rows: rows)
  }
}
