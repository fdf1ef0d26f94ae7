import KitModel

/// A workbook that was received and is to be filled in: what stands where, and a copy of it with values put in.
///
/// The copy has every part byte for byte but those that have to change: the sheets filled, the workbook's part (names
/// of places; all is to be calculated when it is opened), styles where a value needs one that is not there, and, where
/// rows were inserted, what speaks of places below them.
package final class WorkbookTemplate {
  package let name: String
  package let input: InputFile
  let container: ZipContainer
  let index: WorkbookIndex
  let styles: CellStyles
  private let stylesBytes: [UInt8]
  private let borders: CellBorders
  let workbook: WorkbookPart
  private var sheets: [Int: SheetMarkup] = [:]

  /// - Throws: a `Diagnostic` where the file is no workbook, or one of another format, encrypted or broken.
  package init(path: String, name: String) throws {
    if try FileFormat.detect(path, name: name) == .convertible {
      throw Diagnostic(FillingMessages.convertible, ["file": name], in: Location(file: name))
    }
    input = try InputFile.open(path, name: name)
    guard input.format == .workbook else {
      throw Diagnostic(WorkbookMessages.notZip, ["file": name], in: Location(file: name))
    }
    let container = try ZipContainer(path: path, name: name, limits: ReadingLimits())
    let index = try WorkbookIndex(of: container)
    let part = try index.stylesPart.flatMap { try container.part($0) }
    stylesBytes = try part.map { try Self.bytes(of: $0, file: name) } ?? []
    let again = try index.stylesPart.flatMap { try container.part($0) }
    styles = try again.map { try CellStyles(of: $0, file: name) } ?? CellStyles()
    borders = CellBorders(stylesBytes)
    workbook = WorkbookPart(
      bytes: try Self.bytes(of: container.requiredPart(index.workbookPart), file: name))
    (self.name, self.container, self.index) = (name, container, index)
  }

  /// The parts of the sheets that hold cells, in the order of `input.sheets`.
  var parts: [String] { index.sheets.compactMap(\.part) }

  func sheetName(_ sheet: Int) -> String { input.sheets[sheet].name ?? "" }

  /// What the part of a sheet is linked with.
  func links(of sheet: Int) throws -> [(kind: String, target: String)] {
    let part = parts[sheet]
    let found = try container.part(Relationships.part(of: part)).map {
      try Relationships(of: $0, file: name, folder: Relationships.folder(of: part))
    }
    return found?.links.values.sorted { $0.target < $1.target } ?? []
  }

  /// The keys of the parts that are charts, on whatever sheet they stand.
  var charts: [String] {
    container.places.keys.sorted().filter {
      $0.hasPrefix("xl/charts/") && $0.hasSuffix(".xml") && !$0.contains("_rels")
    }
  }

  /// A part, checked to be well-formed: what takes it apart later does not look again.
  static func bytes(of part: ZipPart, file: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    let stream = try XMLStream(handler: Nothing(), file: file, part: part.name)
    try part.forEachChunk {
      bytes.append(contentsOf: $0)
      try stream.feed($0)
      return true
    }
    try stream.finish()
    // An XML text in another encoding than UTF-8 says so in its first bytes, or in its declaration.
    let head = String(decoding: bytes.prefix(100), as: UTF8.self).lowercased()
    if bytes.prefix(4).contains(0) || head.contains("encoding=\"") && !head.contains("encoding=\"utf-8\"") {
      throw Diagnostic(FillingMessages.encoding, ["file": file, "part": part.name], in: Location(file: file))
    }
    return bytes
  }

  private final class Nothing: XMLHandler {
    func start(_ name: UnsafePointer<UInt8>, _ attributes: XMLAttributes) {}
    func end(_ name: UnsafePointer<UInt8>) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  }

  func markup(_ sheet: Int) throws -> SheetMarkup {
    if let known = sheets[sheet] { return known }
    let part = try container.requiredPart(parts[sheet])
    let markup = SheetMarkup(try Self.bytes(of: part, file: name))
    sheets[sheet] = markup
    return markup
  }

  // MARK: what stands where

  /// Cells merged to one.
  package func merged(_ sheet: Int) throws -> [CellRange] { try markup(sheet).merged }

  /// The last row that is there, whatever stands in it.
  package func lastRow(of sheet: Int) throws -> Int { try markup(sheet).rows.last?.number ?? 0 }

  /// What a row of a sheet looks like, whatever stands in it; nil for one that is not there.
  package func row(_ row: Int, of sheet: Int) throws -> RowLook? {
    guard let found = try markup(sheet).row(row) else { return nil }
    return RowLook(
      formulas: Set(found.cells.filter { $0.formula != nil }.map(\.column)),
      lined: Set(found.cells.filter { borders.drawsLine($0.style) }.map(\.column)), isHidden: found.isHidden)
  }

  package struct RowLook: Sendable {
    /// Columns with a formula.
    package let formulas: Set<Int>
    /// Columns whose cell has a line around it.
    package let lined: Set<Int>
    package let isHidden: Bool
  }

  /// Whether a cell shows numbers as days.
  package func showsDays(row: Int, column: Int, of sheet: Int) throws -> Bool {
    let markup = try markup(sheet)
    let found = markup.row(row)
    let style = found?.cell(column)?.style ?? found?.style ?? markup.columnStyle(column)
    if case .date(hasDay: true, _) = styles.format(style) { return true }
    return false
  }

  /// Names given to single cells, or to cells merged to one.
  package var namedCells: [(name: String, sheet: Int, row: Int, column: Int)] {
    workbook.names.compactMap { name in
      guard !name.name.hasPrefix("_xlnm.") else { return nil }
      var places: [FormulaReferences.Found] = []
      let rest = FormulaReferences.rewrite(name.formula) { found in
        places.append(found)
        return ""
      }
      // Nothing else stands in the formula: what is calculated from a place is none.
      guard let place = places.first, places.count == 1, rest.hasSuffix("!"), place.first.kind == .cell,
        let sheet = input.sheets.firstIndex(where: {
          $0.name.map { NameKey($0) } == NameKey(place.sheet ?? "")
        }), isOneCell(place, sheet)
      else { return nil }
      return (name.name, sheet, place.first.row, place.first.column - 1)
    }
  }

  /// Whether a place has one cell to be seen; a name for the cells of a column is no place for a value.
  private func isOneCell(_ place: FormulaReferences.Found, _ sheet: Int) -> Bool {
    guard let last = place.last, last != place.first else { return true }
    return (try? merged(sheet))?.contains {
      $0.rows.lowerBound == place.first.row && $0.rows.upperBound == last.row
        && $0.columns.lowerBound == place.first.column - 1 && $0.columns.upperBound == last.column - 1
    } == true
  }

  var hasPivots: Bool { container.places.keys.contains { $0.hasPrefix("xl/pivot") } }

  // MARK: the copy

  /// The bytes of the copy; equal fillings and an equal time give equal bytes.
  ///
  /// - Throws: a `Diagnostic` where rows would have to be inserted and something stands in the way.
  package func filled(_ fillings: [SheetFilling], time: Timestamp) throws -> [UInt8] {
    for filling in fillings {
      guard let block = filling.block, block.first + filling.rows.count - 1 > CellPlace.lastRow else {
        continue
      }
      throw Diagnostic(WritingMessages.tooManyRows, ["limit": String(CellPlace.lastRow)])
    }
    let copy = TemplateCopy(template: self, workbook: workbook, parts: parts)
    let changed = try copy.changedParts(fillings, StyleSheetMarkup(stylesBytes, styles: styles)) {
      try Self.bytes(of: $0, file: self.name)
    }
    let zip = try ZipWriter(time: time)
    var written: Set<String> = []
    for (position, raw) in container.rawNames.enumerated() {
      let partName = String(decoding: raw, as: UTF8.self)
      let key = ZipContainer.key(partName)
      // Folders are no parts; of two parts with one name the later counts, as for readers.
      guard !partName.hasSuffix("/"), container.places[key] == position, written.insert(key).inserted else {
        continue
      }
      if let change = changed[key] {
        if let bytes = change { try zip.add(partName, bytes) }
        continue
      }
      var bytes: [UInt8] = []
      try container.part(at: position).forEachChunk {
        bytes.append(contentsOf: $0)
        return true
      }
      try zip.add(partName, bytes, deflates: container.isDeflated(position))
    }
    return try zip.finish()
  }
}
