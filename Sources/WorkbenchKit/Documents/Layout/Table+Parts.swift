import KitFormats
import KitModel

extension Table {
  /// The same with these columns alone.
  func with(columns kept: [Int]) -> Table {
    guard kept != Array(columns.indices) else { return self }
    return Table(
      columns: kept.map { columns[$0] },
      rows: rows.map { row in
        Row(kept.map { $0 < row.values.count ? row.values[$0] : .null }, mark: row.mark)
      }, remarks: remarks)
  }
}

extension Grid {
  /// The same with these columns alone. A cell over several columns stands over those of them that are kept.
  func with(columns kept: [Int]) -> Grid {
    let placed = placed
    let count = placed.first.map { $0.reduce(0) { $0 + $1.cell.columns } } ?? 0
    guard kept.count < count else { return self }
    let rows = placed.map { row in
      row.compactMap { place -> Cell? in
        guard !place.isCovered else { return nil }
        var cell = place.cell
        let end = place.column + cell.columns
        cell.columns = kept.count { $0 >= place.column && $0 < end }
        return cell.columns > 0 ? cell : nil
      }
    }
    return Grid(title: title, rows: rows, headingRows: headingRows)
  }
}

extension TableFit {
  /// The title of a part: `各校得分（续）` for all but the first, so that nobody takes it for another table.
  static func title(_ title: String?, part: Int, language: UILanguage) -> String? {
    guard part > 0 else { return title }
    guard let title else { return DocumentWords.furtherColumns.text(language) }
    return title + DocumentWords.continued.text(language)
  }
}

extension TableFit {
  /// The same for a page.
  func print(_ part: Part) -> HTMLPrint { HTMLPrint(widths: part.widths, size: Double(size) / 2) }
}
