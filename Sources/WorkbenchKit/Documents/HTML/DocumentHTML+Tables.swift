import KitFormats
import KitModel

/// Tables of a page: each split over as many as its columns need.
extension DocumentHTML {
  func table(_ table: Table, title: String?, isOfficial: Bool, area: PaperMeasures.Area) throws -> String {
    // What stands around the table are blocks of the document.
    var options = options
    options.layout = SheetLayout()
    options.footer = []
    let fit = TableFit(table, width: area.width, largest: isOfficial ? 24 : 20, options: options)
    return try fit.parts.enumerated().map { index, part in
      options.layout.title = TableFit.title(title, part: index, language: isOfficial ? .zh : options.language)
      let table = table.with(columns: part.columns)
      let labels = table.columns.map { $0.label.text(options.language) }
      let room = RowRoom(
        height: area.height, size: fit.size, leading: .page, headings: [(labels, part.widths)])
      var print = fit.print(part)
      print.mayPart = { room.isTall($0, part.widths, isFirst: $1) }
      return try TextParts.html(table, options: options, print: print)
    }.joined()
  }

  func grid(_ grid: Grid, isOfficial: Bool, area: PaperMeasures.Area) -> String {
    let fit = TableFit(grid, width: area.width, largest: isOfficial ? 24 : 20)
    return fit.parts.enumerated().map { index, part in
      var grid = grid.with(columns: part.columns)
      grid.title = TableFit.title(grid.title, part: index, language: isOfficial ? .zh : options.language)
      let room = RowRoom(grid, part, height: area.height, size: fit.size, leading: .page)
      return GridHTML.text(grid, print: fit.print(part), tallRows: room.tallRows(grid, part))
    }.joined()
  }
}
