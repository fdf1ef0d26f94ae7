import KitModel

/// Which rows of a table may be parted between pages: those that a page has no room for as a whole.
///
/// A row that must stay whole and finds no room is put below the edge of the page by some programs, where nobody sees
/// it, and by others on a page of its own without the headings of the table. So heights are guessed rather too high.
struct RowRoom {
  /// What a page has below the headings of the table.
  private let page: Int
  /// What the first row has: titles stay with the table that they stand over.
  private let first: Int
  /// The size of the type in half points.
  private let size: Int
  /// Of a line, in twentieths of a point.
  private let line: Int

  /// Beside the text of a cell, for both sides together.
  static let padding = 190
  /// Above and below the text of a cell, together.
  private static let gaps = 80
  /// 附件, a title of two lines and the empty lines around it.
  private static let titles = 5 * PaperMeasures.line

  /// How far apart the lines of a table are, in hundredths of the size of its type.
  enum Leading: Int {
    /// Of `PaperStyle`.
    case page = 130
    /// By the typeface: so much in the highest of those that stand in for the office's.
    case docx = 145
  }

  /// - Parameters:
  ///   - height: Of the type area, in twentieths of a point.
  ///   - size: Of the type, in half points.
  ///   - headings: The texts of each row of headings, with the widths of their columns.
  init(height: Int, size: Int, leading: Leading, headings: [(texts: [String], widths: [Int])]) {
    (self.size, line) = (size, size * leading.rawValue / 10)
    // A twentieth is left over for marks that may not begin a line.
    page = height * 19 / 20 - Self.height(of: headings, size: size, line: line)
    first = page - Self.titles
  }

  func isTall(_ texts: [String], _ widths: [Int], isFirst: Bool) -> Bool {
    Self.height(texts, widths, size: size, line: line) > (isFirst ? first : page)
  }

  private static func height(of rows: [(texts: [String], widths: [Int])], size: Int, line: Int) -> Int {
    rows.reduce(0) { $0 + height($1.texts, $1.widths, size: size, line: line) }
  }

  /// The height of a row.
  private static func height(_ texts: [String], _ widths: [Int], size: Int, line: Int) -> Int {
    let most = zip(texts, widths).map { lines($0, width: $1, size: size) }.max() ?? 1
    return most * line + gaps
  }

  private static func lines(_ text: String, width: Int, size: Int) -> Int {
    // Most cells of a large table are short.
    guard text.utf8.count > 60 || text.contains(where: \.isNewline) else { return 1 }
    let room = max(size * 10, width - padding)
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).reduce(0) {
      var measure = ColumnMeasure()
      measure.add(String($1))
      return $0 + 1 + measure.most * size / 10 / room
    }
  }
}

extension RowRoom {
  /// The same for the headings of a grid.
  init(_ grid: Grid, _ part: TableFit.Part, height: Int, size: Int, leading: Leading) {
    let headings = grid.placed.prefix(grid.headingRows).map { Self.cells($0, part) }
    self.init(height: height, size: size, leading: leading, headings: headings)
  }

  /// For each row of a grid.
  func tallRows(_ grid: Grid, _ part: TableFit.Part) -> [Bool] {
    grid.placed.enumerated().map { index, row in
      let (texts, widths) = Self.cells(row, part)
      return isTall(texts, widths, isFirst: index <= grid.headingRows)
    }
  }

  /// A text that reaches over several rows counts in each: any of them may be the one that grows by it.
  private static func cells(_ row: [Grid.Placed], _ part: TableFit.Part) -> (texts: [String], widths: [Int]) {
    (row.map(\.cell.text), row.map { part.width($0) })
  }
}

extension TableFit.Part {
  /// The width of a cell.
  func width(_ place: Grid.Placed) -> Int {
    widths[place.column..<(place.column + place.cell.columns)].reduce(0, +)
  }
}
