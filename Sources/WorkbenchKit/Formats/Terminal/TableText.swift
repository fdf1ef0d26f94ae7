import KitModel

/// A table as lines of a terminal: columns that line up under double-width text, numbers to the right, one
/// thin rule below the header, the number of rows at the end.
///
/// Nothing is cut in silence: a text that did not fit ends in `…`, and the lines below the table name the
/// columns that were narrowed or left out. Numbers, dates and codes of exact types are never narrowed. A few
/// rows that would lose something are shown whole, each as lines of its own.
public struct TableText: Sendable {
  public var formatter: ValueFormatter
  /// Columns of the terminal; nil shows everything (a file, a pipe).
  public var width: Int?
  /// The screen scrolls sideways: of a table wider than it only empty columns are left out.
  public var scrolls = false
  /// Ids of the columns that the question named; they are left out last.
  public var named: Set<String> = []
  /// Up to so many rows are shown as records where a grid would cut texts or columns.
  public var recordLimit = 5
  /// Rows to show at most; how many there are is said in any case.
  public var rowLimit: Int?
  /// Lines to print below, already rendered: the table's remarks.
  public var footer: [String]
  /// Wraps a part in terminal colour; the default leaves text as it is.
  public var paint: @Sendable (Part, String) -> String = { _, text in text }

  /// The parts that may be painted differently.
  public enum Part: Sendable { case header, rule, total, footer }

  public init(
    formatter: ValueFormatter, width: Int? = nil, rowLimit: Int? = nil, footer: [String] = []
  ) {
    self.formatter = formatter
    self.width = width
    self.rowLimit = rowLimit
    self.footer = footer
  }

  /// The whole, each line ended.
  public func text(_ table: Table) -> String { joined { grid(table, line: $0) } }

  /// One record per block, a line for each column: what the stage `list` shows.
  public func list(_ table: Table) -> String { joined { records(table, line: $0) } }

  private func joined(_ lines: ((String) -> Void) -> Void) -> String {
    var result = ""
    lines {
      result += $0
      result += "\n"
    }
    return result
  }

  // MARK: The grid

  private func grid(_ table: Table, line: (String) -> Void) {
    let rows = shownRows(table)
    let layout = GridLayout(
      table.columns, rows: rows, width: width, scrolls: scrolls,
      named: Set(table.columns.indices.filter { named.contains(table.columns[$0].id) }), text: cell,
      language: formatter.language)
    if !layout.isWhole, rows.count <= recordLimit, let width {
      RecordLayout(language: formatter.language, width: width, paint: paint)
        .lines(table, rows, text: cell).forEach(line)
      line(paint(.footer, count(table)))
    } else {
      lines(table, rows, layout, line: line)
    }
    say(TableMessages.empty, layout.empty, table, line)
    for text in footer { line(paint(.footer, text)) }
  }

  private func lines(
    _ table: Table, _ rows: ArraySlice<Table.Row>, _ layout: GridLayout, line: (String) -> Void
  ) {
    let shown = layout.shown
    func joined(_ cells: [String]) -> String {
      var last = cells
      // Blanks at the end of a line help nobody.
      while let end = last.last, end.allSatisfy({ $0 == " " }) { last.removeLast() }
      let text = last.joined(separator: GridLayout.gap)
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
    let rule = paint(
      .rule,
      shown.map { String(repeating: "─", count: layout.widths[$0]) }.joined(separator: GridLayout.gap))
    if !shown.isEmpty {
      line(
        paint(
          .header, joined(shown.map { layout.fitted(heading(table.columns[$0]), column: $0) })))
      line(rule)
    }
    var previous = Table.Mark.plain
    for row in rows {
      if row.mark == .total && previous != .total { line(rule) }
      let cells = shown.map { index in layout.fitted(cell(row, index, table.columns), column: index) }
      let text = joined(cells)
      line(row.mark == .plain ? text : paint(.total, text))
      previous = row.mark
    }
    line(paint(.footer, count(table)))
    say(TableMessages.narrowed, layout.narrowed, table, line)
    say(TableMessages.leftOut, layout.leftOut, table, line)
  }

  /// Says of some columns what became of them.
  private func say(_ message: Message, _ columns: [Int], _ table: Table, _ line: (String) -> Void) {
    guard !columns.isEmpty else { return }
    let names = columns.map { heading(table.columns[$0]) }
    let arguments = ["columns": list(names), "count": String(names.count)]
    line(paint(.footer, message.text(formatter.language, arguments)))
  }

  // MARK: Records

  private func records(_ table: Table, line: (String) -> Void) {
    let headings = table.columns.map(heading)
    let label = headings.map { DisplayWidth.of($0) }.max() ?? 0
    var number = 0
    for row in shownRows(table) {
      if row.mark == .plain { number += 1 }
      let title = row.mark == .plain ? "── \(number) " : ""
      line(paint(.rule, title + String(repeating: "─", count: max(4, 24 - DisplayWidth.of(title)))))
      for index in table.columns.indices {
        let name = DisplayWidth.padded(headings[index], to: label)
        let text = cell(row, index, table.columns)
        line(text.isEmpty ? paint(.header, headings[index]) : paint(.header, name) + GridLayout.gap + text)
      }
    }
    line(paint(.footer, count(table)))
    for text in footer { line(paint(.footer, text)) }
  }

  // MARK: Parts

  private func shownRows(_ table: Table) -> ArraySlice<Table.Row> {
    table.rows.prefix(max(0, rowLimit ?? table.rows.count)).map { formatter.named($0, table.columns) }[...]
  }

  private func heading(_ column: Column) -> String { Printable.line(column.label.text(formatter.language)) }

  private func cell(_ row: Table.Row, _ index: Int, _ columns: [Column]) -> String {
    guard index < row.values.count else { return "" }
    return Printable.line(formatter.text(row.values[index], of: columns[index]))
  }

  private func list(_ names: [String]) -> String {
    names.joined(separator: formatter.language == .zh ? "、" : ", ")
  }

  /// Rows that `total` added are no rows of the result and are not counted.
  private func count(_ table: Table) -> String {
    let rows = table.rows.count { $0.mark == .plain }
    let shown = shownRows(table)
    let arguments = ["rows": String(rows), "shown": String(shown.count { $0.mark == .plain })]
    if shown.count < table.rows.count {
      return TableMessages.rowsShown.text(formatter.language, arguments)
    }
    return TableMessages.rows.text(formatter.language, arguments)
  }
}
