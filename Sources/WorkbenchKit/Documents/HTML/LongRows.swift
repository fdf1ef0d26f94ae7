import KitFormats
import KitModel

/// Rows of pages that may be parted; `PaperStyle` keeps all others whole.
enum LongRows {
  static let start = "<tr class=\"long\">"

  /// A table as it was written for pages without sheets, with such rows marked. Its text is escaped, so `<tr>` is always
  /// the beginning of a row: first that of the headings, then those of the plain rows, in order.
  static func marked(
    _ html: String, _ table: Table, _ part: TableFit.Part, _ room: RowRoom, _ options: WritingOptions
  )
    -> String
  {
    let formatter = ValueFormatter(language: options.language, revealsSensitive: options.revealsSensitive)
    let rows = table.rows.enumerated().filter { $1.mark == .plain }
    let marks = rows.map { index, row in
      let texts = zip(formatter.named(row, table.columns).values, table.columns).map {
        formatter.text($0, of: $1)
      }
      return room.isTall(texts, part.widths, isFirst: index == 0)
    }
    guard marks.contains(true) else { return html }
    let pieces = html.split(separator: "<tr>", omittingEmptySubsequences: false)
    // A row that is whole is better than one that is lost.
    guard pieces.count == marks.count + 2 else { return html }
    return zip(pieces, ["", "<tr>"] + marks.map { $0 ? start : "<tr>" }).map { $1 + $0 }.joined()
  }
}
