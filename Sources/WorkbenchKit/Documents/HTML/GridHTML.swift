import KitFormats
import KitModel

/// A table laid out cell by cell, its headings told as such.
enum GridHTML {
  /// - Parameter tallRows: For each row, whether it may be parted between pages.
  static func text(_ grid: Grid, print: HTMLPrint, tallRows: [Bool]) -> String {
    let caption = grid.title.map { "<caption>\(HTMLPage.escaped($0))</caption>\n" } ?? ""
    let rows = zip(grid.placed, tallRows).enumerated().map { index, row in
      self.row(row.0, isHeading: index < grid.headingRows, isTall: row.1)
    }
    let head = grid.headingRows > 0 ? "<thead>\(rows.prefix(grid.headingRows).joined())</thead>\n" : ""
    return "\(print.start)\(caption)\(print.columns)\(head)<tbody>\n"
      + rows.dropFirst(grid.headingRows).joined(separator: "\n") + "\n</tbody>\n</table>\n"
  }

  private static func row(_ places: [Grid.Placed], isHeading: Bool, isTall: Bool) -> String {
    let cells = places.filter { !$0.isCovered }.map { place in
      let cell = place.cell
      let tag = isHeading || cell.isHeading ? "th" : "td"
      var attributes = ""
      if cell.columns > 1 { attributes += " colspan=\"\(cell.columns)\"" }
      if cell.rows > 1 { attributes += " rowspan=\"\(cell.rows)\"" }
      if isHeading {
        attributes += " scope=\"\(cell.columns > 1 ? "colgroup" : "col")\""
      } else if cell.isHeading {
        attributes += " scope=\"\(cell.rows > 1 ? "rowgroup" : "row")\""
      }
      switch cell.side {
      case .left: break
      case .middle: attributes += " class=\"m\""
      case .right: attributes += " class=\"n\""
      }
      return "<\(tag)\(attributes)>\(HTMLPage.escaped(cell.text))</\(tag)>"
    }
    return "\(HTMLPrint.row(isLong: isTall))\(cells.joined())</tr>"
  }
}
