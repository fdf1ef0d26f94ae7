import KitModel

/// A few rows, each as a title and the names and values of its columns running on below it: the way in which a
/// table too wide for the screen loses nothing.
struct RecordLayout {
  var language: UILanguage
  /// Columns of the terminal.
  var width: Int
  var paint: @Sendable (TableText.Part, String) -> String

  private static let indent = "  "

  /// - Returns: Lines without their ends. Columns that are empty in all rows are not among them.
  func lines(
    _ table: Table, _ rows: ArraySlice<Table.Row>, text: (Table.Row, Int, [Column]) -> String
  ) -> [String] {
    let columns = table.columns
    let shown = columns.indices.dropFirst().filter { index in
      rows.contains { !text($0, index, columns).isEmpty }
    }
    return rows.flatMap { row -> [String] in
      let title = columns.isEmpty ? "" : text(row, 0, columns)
      let pieces = shown.map { index in
        let value = text(row, index, columns)
        return Printable.line(columns[index].label.text(language)) + " "
          + (value.isEmpty ? TableMessages.nothing.text(language) : value)
      }
      let part: TableText.Part = row.mark == .plain ? .header : .total
      return [paint(part, title.isEmpty ? TableMessages.nothing.text(language) : title)] + broken(pieces)
    }
  }

  /// The pieces one behind the other; a piece stays together unless it is wider than the screen.
  private func broken(_ pieces: [String]) -> [String] {
    let room = max(10, width - Self.indent.count)
    var lines: [String] = []
    var line = ""
    for piece in pieces {
      let joined = line.isEmpty ? piece : line + "  " + piece
      if line.isEmpty || DisplayWidth.of(joined) <= room {
        line = joined
      } else {
        lines.append(line)
        line = piece
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines.flatMap { LineBreaks.lines($0, width: room) }.map { Self.indent + $0 }
  }
}
