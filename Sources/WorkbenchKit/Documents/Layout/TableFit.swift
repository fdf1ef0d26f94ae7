import KitFormats
import KitModel

/// How a table stands on a page, so that nothing of it is lost: the size of its type, the widths of its columns, and
/// into how many tables it is split.
///
/// The type is as large as it can be without a code or a number being broken. Where even the least size that reads well
/// is too large the columns are split over several tables, all of one size, each beginning with the columns that say
/// what a row is about.
struct TableFit {
  /// A table of its own below the others.
  struct Part: Hashable {
    /// Columns of the whole table, from the left.
    var columns: [Int]
    /// In twentieths of a point; together the width of the page.
    var widths: [Int]
  }

  /// The size of the type in half points.
  let size: Int
  let parts: [Part]

  /// From 小四 down to 六号.
  private static let sizes = [24, 21, 18, 15]
  /// Rows that are measured: more would not change what is typical.
  private static let measured = 500

  /// - Parameters:
  ///   - keys: So many columns at the left say what a row is about.
  ///   - largest: Size of the type of the text around it.
  init(_ columns: [ColumnMeasure], width: Int, keys: Int, largest: Int) {
    for size in [largest] + Self.sizes.filter({ $0 < largest }) where Self.needed(columns, size) <= width {
      self.size = size
      parts = [Self.part(columns, Array(columns.indices), size, width)]
      return
    }
    let least = Self.sizes[Self.sizes.count - 1]
    let ways = [Self.sizes[Self.sizes.count - 2], least].map { size in
      (size: size, parts: Self.split(columns, keys: keys, size, width))
    }
    // The larger type where it takes no more tables.
    let way = ways.first { $0.parts.count <= ways[ways.count - 1].parts.count }
    size = way?.size ?? least
    let chosen = way?.parts ?? [Array(columns.indices)]
    let chosenSize = size
    parts = chosen.map { Self.part(columns, $0, chosenSize, width) }
  }

  /// Columns of given shares.
  init(shares: [Double], width: Int, largest: Int) {
    size = largest
    let total = shares.reduce(0) { $0 + max(0, $1) }
    let widths =
      total > 0 && total.isFinite
      ? shares.map { max(100, Int((max(0, $0) / total * Double(width)).rounded())) }
      : shares.map { _ in width / max(1, shares.count) }
    parts = [Part(columns: Array(shares.indices), widths: widths)]
  }

  /// - Parameter width: Of the type area, in twentieths of a point.
  init(_ table: Table, width: Int, largest: Int = 24, options: WritingOptions) {
    let formatter = ValueFormatter(language: options.language, revealsSensitive: options.revealsSensitive)
    var columns = table.columns.map { column in
      var measure = ColumnMeasure()
      measure.add(heading: column.label.text(options.language))
      return measure
    }
    for row in Self.sample(table.rows) {
      let values = formatter.named(row, table.columns).values
      for (index, (value, column)) in zip(values, table.columns).enumerated() {
        columns[index].add(formatter.text(value, of: column), isBold: row.mark != .plain)
      }
    }
    self.init(columns, width: width, keys: Self.keys(columns), largest: largest)
  }

  init(_ grid: Grid, width: Int, largest: Int = 24) {
    let rows = grid.placed
    let count = rows.first.map { $0.reduce(0) { $0 + $1.cell.columns } } ?? 0
    guard grid.widths.count != count else {
      self.init(shares: grid.widths, width: width, largest: largest)
      return
    }
    var columns = [ColumnMeasure](repeating: ColumnMeasure(), count: count)
    for (index, row) in rows.enumerated() where index < Self.measured {
      for place in row where place.cell.columns == 1 {
        if index < grid.headingRows {
          columns[place.column].add(heading: place.cell.text)
        } else {
          columns[place.column].add(place.cell.text)
        }
      }
    }
    self.init(columns, width: width, keys: Self.keys(columns), largest: largest)
  }

  // MARK: columns

  /// The first column, and the one behind a code that says what it stands for.
  private static func keys(_ columns: [ColumnMeasure]) -> Int {
    guard columns.count > 2 else { return 1 }
    return columns[0].isCode && !columns[1].isCode && columns[1].most <= 2400 ? 2 : 1
  }

  /// Rows from all over the table: in sorted ones the longest numbers stand at an end.
  private static func sample(_ rows: [Table.Row]) -> [Table.Row] {
    guard rows.count > measured else { return rows }
    let last = rows.count - 1
    return (0..<measured).map { rows[$0 * last / (measured - 1)] }
  }

  private static func twips(_ hundredths: Int, _ size: Int) -> Int {
    hundredths * size / 10 + RowRoom.padding
  }

  private static func needed(_ columns: [ColumnMeasure], _ size: Int) -> Int {
    columns.reduce(0) { $0 + twips($1.least, size) }
  }

  /// The columns of each part: as few parts as there can be, about equally full.
  private static func split(
    _ columns: [ColumnMeasure], keys: Int, _ size: Int, _ width: Int
  ) -> [[Int]] {
    var keys = Array(columns.indices.prefix(keys))
    func needed(_ indices: [Int]) -> Int { indices.reduce(0) { $0 + twips(columns[$1].least, size) } }
    // Keys that leave no room for anything else would be repeated for nothing.
    while keys.count > 1, needed(keys) * 5 > width * 2 { keys.removeLast() }
    let rest = columns.indices.dropFirst(keys.count)
    let head = min(needed(keys), width / 3)
    func parts(_ room: Int) -> [[Int]] {
      var parts: [[Int]] = []
      var used = 0
      for column in rest {
        let own = needed([column])
        if parts.isEmpty || used + own > room {
          parts.append(keys + [column])
          used = head + own
        } else {
          parts[parts.count - 1].append(column)
          used += own
        }
      }
      return parts
    }
    let fewest = parts(width).count
    var (low, high) = (0, width)
    while low < high {
      let middle = (low + high) / 2
      if parts(middle).count <= fewest { high = middle } else { low = middle + 1 }
    }
    let result = parts(low)
    return result.isEmpty ? [Array(columns.indices)] : result
  }

  private static func part(_ columns: [ColumnMeasure], _ indices: [Int], _ size: Int, _ width: Int) -> Part {
    let least = indices.map { twips(columns[$0].least, size) }
    let wanted = indices.map { twips(columns[$0].wanted, size) }
    return Part(columns: indices, widths: shared(least: least, wanted: wanted, width: width))
  }

  /// Each gets the least that it needs; what is left goes to those that would like more, by how much more.
  private static func shared(least: [Int], wanted: [Int], width: Int) -> [Int] {
    let needed = least.reduce(0, +)
    var widths: [Int]
    if needed > width {
      widths = least.map { max(100, $0 * width / needed) }
    } else {
      let wishes = zip(least, wanted).map { max(0, $1 - $0) }
      let wished = wishes.reduce(0, +)
      let left = width - needed
      if wished >= left {
        widths = zip(least, wishes).map { $0 + (wished > 0 ? $1 * left / wished : 0) }
      } else {
        // Room for all: what is left over is spread by what each takes.
        let sum = max(1, wanted.reduce(0, +))
        widths = wanted.map { $0 * width / sum }
      }
    }
    if let last = widths.indices.last { widths[last] = max(100, widths[last] + width - widths.reduce(0, +)) }
    return widths
  }
}
