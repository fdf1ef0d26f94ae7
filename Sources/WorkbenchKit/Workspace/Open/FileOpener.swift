import KitFormats
import KitModel
import KitStore

/// Reads received files as a table of the session: headings are its columns, types are those of all its values.
public struct FileOpener {
  let store: any Store
  let hooks: ImportHooks
  /// How files are called in what is said: their path below this folder.
  let folder: WorkspaceFolder?

  public init(store: any Store, folder: WorkspaceFolder? = nil, hooks: ImportHooks = ImportHooks()) {
    self.store = store
    self.folder = folder
    self.hooks = hooks
  }

  /// Columns that a table of the session can have; workbooks may be wider than that.
  private static let columnLimit = ReadingLimits().columns

  /// Opens the files that a request names.
  ///
  /// - Throws: a `Diagnostic` when nothing matches, a file cannot be read, or layouts differ.
  public func open(_ request: OpenRequest) throws -> OpenedTable {
    let paths = try FilePattern.files(request.path)
    var remarks: [Diagnostic] = []
    var sheets: [OpenedSheet] = []
    for path in paths {
      let received = try ReadableInput.open(path, name: folder?.shown(path) ?? path)
      remarks += received.remarks
      for input in received.inputs { sheets += try self.sheets(of: input, request, &remarks) }
    }
    try checkLayouts(sheets)
    for sheet in sheets where sheet.columns.count > Self.columnLimit {
      throw Diagnostic(
        ImportMessages.tooManyColumns,
        ["count": String(sheet.columns.count), "limit": String(Self.columnLimit)], in: sheet.place)
    }
    guard let first = sheets.first else {
      throw Diagnostic(ImportMessages.noMatchingFiles, ["pattern": request.path])
    }
    if !first.renamed.isEmpty {
      let pairs = first.renamed.map { (zh: "“\($0.heading)”→“\($0.id)”", en: "“\($0.heading)” → “\($0.id)”") }
      remarks.append(
        Diagnostic(
          ImportRemarks.columnsRenamed,
          [
            "count": String(pairs.count), "columns": pairs.map(\.zh).joined(separator: "、"),
            "columnsEn": pairs.map(\.en).joined(separator: ", "),
          ], severity: .note, in: first.place))
    }
    let withPlaces = request.withPlaces || sheets.count > 1
    // A column that is empty in one file takes the type that the others give it.
    let types = first.columns.indices.map { column in
      Self.joined(sheets.map { $0.profiles[column] }.filter { !$0.isOpen }.map(\.type))
    }
    let columns = Self.columns(first, types, withPlaces: withPlaces)
    let shown = request.name ?? request.path
    let writer = try store.scratchWriter(
      name: request.name, label: Label(zh: shown, en: shown), columns: columns)
    var rows = 0
    do {
      for sheet in sheets { rows += try fill(writer, sheet, types, withPlaces, &remarks) }
      return OpenedTable(table: try writer.finish(), rows: rows, remarks: remarks)
    } catch {
      writer.cancel()
      throw error
    }
  }

  private func sheets(of input: InputFile, _ request: OpenRequest, _ remarks: inout [Diagnostic]) throws
    -> [OpenedSheet]
  {
    remarks += input.remarks
    var chosen = Array(input.sheets.indices)
    if let wanted = request.sheet, wanted != "*" {
      chosen = chosen.filter { input.sheets[$0].name.map { NameKey($0) } == NameKey(wanted) }
      if chosen.isEmpty {
        throw SheetChooser.noSheet(wanted, in: input)
      }
    } else if request.sheet == nil {
      chosen = Array(chosen.filter { !input.sheets[$0].isHidden }.prefix(1))
      remarks += input.sheets.indices.filter { !chosen.contains($0) }.map { index in
        IgnoredSheet(
          file: input.name, sheet: input.sheets[index].name ?? "",
          reason: input.sheets[index].isHidden ? .hidden : .notChosen
        ).remark
      }
    }
    return try chosen.map { index in
      let sheet = try OpenedSheet(input, sheet: index, checkCancellation: hooks.checkCancellation)
      if sheet.isHeadless {
        remarks.append(Diagnostic(ImportRemarks.headless, severity: .warning, in: sheet.place))
      }
      remarks += sheet.facts.filter { $0.count <= 80 }.map {
        Diagnostic(ImportRemarks.fact, ["text": $0], severity: .note, in: sheet.place)
      }
      return sheet
    }
  }

  /// All sheets have the headings of the first, in its order.
  private func checkLayouts(_ sheets: [OpenedSheet]) throws {
    guard let first = sheets.first else { return }
    let wanted = first.columns.map { HeadingText.key($0.id) }
    let unlike = sheets.filter { sheet in sheet.columns.map { HeadingText.key($0.id) } != wanted }
    if unlike.isEmpty { return }
    let described = unlike.map { sheet -> String in
      let names = sheet.columns.map(\.id)
      let more = names.filter { name in !wanted.contains(HeadingText.key(name)) }.map { "+\($0)" }
      let less = first.columns.map(\.id).filter { id in
        !names.contains { HeadingText.key($0) == HeadingText.key(id) }
      }.map { "−\($0)" }
      let difference = (more + less).prefix(4).joined(separator: " ")
      return sheet.place.text + (difference.isEmpty ? "" : "（\(difference)）")
    }
    throw Diagnostic(
      ImportMessages.unlikeLayouts,
      ["first": first.place.text, "files": described.prefix(10).joined(separator: "；")], in: first.place)
  }

  /// The type that holds the values of every file.
  private static func joined(_ types: [DataType]) -> DataType {
    types.dropFirst().reduce(types.first ?? .text) { left, right in
      if left == right { return left }
      switch (left, right) {
      case (.integer, .decimal(_, let scale)), (.decimal(_, let scale), .integer):
        return .decimal(precision: 18, scale: scale)
      case (.decimal(_, let first), .decimal(_, let second)):
        return .decimal(precision: 18, scale: max(first, second))
      case (.percent(let first), .percent(let second)): return .percent(scale: max(first, second))
      case (.integer, .real), (.real, .integer), (.decimal, .real), (.real, .decimal): return .real
      default: return .text
      }
    }
  }

  private static func columns(_ sheet: OpenedSheet, _ types: [DataType], withPlaces: Bool) -> [Column] {
    var columns = zip(sheet.columns, types).map { column, type in
      Column(id: column.id, label: Label(zh: column.id, en: column.id), type: type)
    }
    guard withPlaces else { return columns }
    let taken = Set(columns.map { NameKey($0.id) })
    for (word, type) in [
      (ReportWords.file, DataType.text), (ReportWords.sheet, .text), (ReportWords.row, .integer),
    ] {
      var name = word.zh
      while taken.contains(NameKey(name)) { name = "_" + name }
      columns.append(Column(id: name, label: Label(zh: name, en: word.en), type: type))
    }
    return columns
  }

  /// Writes the rows of one sheet; the second time that it is read.
  private func fill(
    _ writer: any ScratchWriter, _ sheet: OpenedSheet, _ types: [DataType], _ withPlaces: Bool,
    _ remarks: inout [Diagnostic]
  ) throws -> Int {
    let tally = NormalisationTally()
    let plan = SheetPlan(
      file: sheet.input.name, sheet: sheet.input.sheets[sheet.index].name,
      mappings: sheet.columns.map { column in
        ColumnMapping(
          column: column.index, heading: column.id,
          outcome: .taken(field: column.id, label: Label(zh: column.id, en: column.id), how: .name))
      }, facts: [], headingRows: sheet.headingRows, input: sheet.input, index: sheet.index)
    let shape = shape(sheet, types, withPlaces, tally)
    let converter = RowConverter(
      plan, reader: try sheet.input.rows(ofSheet: sheet.index), shape: shape, existing: ExistingRows(),
      emptiesFaults: true)
    var rows = 0
    let stream = RowStream(converter, file: sheet.input.path)
    defer { stream.stop() }
    while let chunk = try stream.next() {
      try hooks.checkCancellation()
      try writer.append(chunk.own)
      rows += chunk.own.rowCount
      hooks.progress(rows)
      stream.recycle(chunk)
    }
    let outcome = SheetImporter.Outcome(issues: converter.issues, tally: tally, remarks: converter.remarks)
    remarks += SheetRemarks(plan: plan, outcome: outcome).all()
    return rows
  }

  private func shape(
    _ sheet: OpenedSheet, _ types: [DataType], _ withPlaces: Bool, _ tally: NormalisationTally
  ) -> RowShape {
    var positions: [RowShape.Position] = []
    var uses = [RowShape.ColumnUse](
      repeating: .ignored, count: (sheet.columns.map(\.index).max() ?? -1) + 1)
    var readers = [CellReader?](repeating: nil, count: uses.count)
    func position(_ id: String, _ type: DataType, column: Int?, constant: CellValue?) -> RowShape.Position {
      RowShape.Position(
        field: FieldDeclaration(id: id, label: Label(zh: id, en: id), type: type), isYearly: false,
        column: column, constant: constant, defaultForNew: nil, isKey: false)
    }
    for (column, type) in zip(sheet.columns, types) {
      uses[column.index] = .position(positions.count)
      let position = position(column.id, type, column: column.index, constant: nil)
      readers[column.index] = CellReaders.reader(position.field, tally: tally)
      positions.append(position)
    }
    var shape = RowShape(uses: uses, readers: readers, positions: positions, key: [], year: nil)
    if withPlaces {
      let name = sheet.input.sheets[sheet.index].name
      shape.positions.append(
        position(ReportWords.file.zh, .text, column: nil, constant: shape.texts.keep(sheet.input.name)))
      shape.positions.append(
        position(ReportWords.sheet.zh, .text, column: nil, constant: name.map { shape.texts.keep($0) }))
      shape.rowNumber = shape.positions.count
      shape.positions.append(position(ReportWords.row.zh, .integer, column: nil, constant: nil))
    }
    return shape
  }
}
