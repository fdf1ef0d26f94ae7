import KitFormats
import KitModel

/// Reads a sheet that came back: whether it is one of ours, whether all that was locked is as it was, the values.
struct ReturnReader {
  let desk: FormDesk
  let indices: [String: ReferenceIndex]

  /// Finds out which sheet it is; nil: none of ours.
  static func identity(_ file: InputFile) throws -> (identity: FormIdentity, seal: String)? {
    guard let index = file.sheets.firstIndex(where: { $0.name == FormWorkbook.identityName }) else {
      return nil
    }
    let rows = try ReturnedCells(file, sheet: index).table
    return FormIdentity(rows: rows).map { ($0, FormIdentity.seal(rows)) }
  }

  func read(_ file: InputFile, _ item: inout FormReturn) throws {
    guard let identity = item.identity, let form = item.form else { return }
    let shown = file.sheets.enumerated().filter { $0.element.name != FormWorkbook.identityName }
    guard let sheet = shown.first(where: { $0.element.name == identity.sheet }) else {
      let found = shown.compactMap(\.element.name).joined(separator: "、")
      return item.fault(FormReturnMessages.sheetMissing, ["sheet": identity.sheet, "found": found])
    }
    for other in shown where other.offset != sheet.offset {
      if try !ReturnedCells(file, sheet: other.offset).isEmpty {
        item.fault(
          FormReturnMessages.sheetAdded, ["sheet": other.element.name ?? "", "wanted": identity.sheet])
      }
    }
    let cells = try ReturnedCells(file, sheet: sheet.offset)
    checkRows(cells, identity, form, &item)
    guard item.faults.isEmpty else { return }
    for lock in identity.locks where !ReturnedCells.same(cells.text(lock.cell), lock.text) {
      item.fault(
        FormReturnMessages.lockedChanged,
        [
          "cell": lock.cell, "before": ExactDecimal(lock.text)?.shortest ?? lock.text,
          "found": cells.text(lock.cell),
        ],
        cell: lock.cell, found: cells.text(lock.cell))
    }
    let locks = Dictionary(grouping: identity.locks, by: \.row)
    for row in 0..<identity.grid.rows {
      values(ofRow: row, cells, identity, locks[String(row)] ?? [], form, &item)
    }
  }

  // MARK: rows

  /// Rows that were added below, removed, inserted or sorted.
  private func checkRows(
    _ cells: ReturnedCells, _ identity: FormIdentity, _ form: Form, _ item: inout FormReturn
  ) {
    let grid = identity.grid
    let below = cells.rows.filter { $0.key > grid.end && $0.value.contains { !$0.isEmpty } }.keys
    if let first = below.min() { item.fault(FormReturnMessages.rowsAdded, ["row": String(first)]) }
    if grid.isVertical { return }
    let byRow = Dictionary(grouping: identity.locks.filter { !$0.row.isEmpty }, by: \.row)
    var there: [String: Int] = [:]
    let columns = form.declaration.fields.indices.filter { form.declaration.fields[$0].isShown }
    func signature(_ row: Int) -> String {
      let texts = cells.rows[row] ?? []
      return Self.signature(columns.map { texts.indices.contains($0) ? texts[$0] : "" })
    }
    for row in cells.rows.keys where row > grid.headingRow + 1 { there[signature(row)] = row }
    let expected = Set(byRow.values.map { Self.signature($0.map(\.text)) })
    var (moved, gone): ([(row: Int, name: String)], [(row: Int, name: String)]) = ([], [])
    for (row, locks) in byRow {
      guard let number = Int(row) else { continue }
      let wanted = Self.signature(locks.map(\.text))
      let place = grid.place(row: number, column: 0).row + 1
      let isHere = locks.allSatisfy { ReturnedCells.same(cells.text($0.cell), $0.text) }
      let isElsewhere = there[wanted].map { $0 != place } ?? false
      let holdsOther = expected.contains(signature(place))
      let isGone = there[wanted] == nil && (holdsOther || locks.allSatisfy { cells.text($0.cell).isEmpty })
      if isHere { continue }
      let name = locks.prefix(2).map(\.text).joined(separator: " ")
      if isGone { gone.append((number, name)) } else if isElsewhere { moved.append((number, name)) }
    }
    // Behind a row that is gone all others have moved, which nobody needs to be told.
    let (message, rows) =
      gone.isEmpty ? (FormReturnMessages.rowsMoved, moved) : (FormReturnMessages.rowsGone, gone)
    if rows.isEmpty { return }
    let names = rows.sorted { $0.row < $1.row }.map(\.name)
    item.fault(message, ["rows": FormWords.listed(names.prefix(5) + (names.count > 5 ? ["…"] : []))])
  }

  /// The texts of a row, numbers by their value.
  private static func signature(_ texts: [String]) -> String {
    texts.map { text in ExactDecimal(text).map { String($0.real) } ?? ReturnedCells.plain(text) }
      .joined(separator: "\u{1F}")
  }

  // MARK: values

  private func values(
    ofRow row: Int, _ cells: ReturnedCells, _ identity: FormIdentity, _ locks: [FormIdentity.Lock],
    _ form: Form, _ item: inout FormReturn
  ) {
    let fields = form.declaration.fields
    var values: [String: Value] = [:]
    for lock in locks {
      let type = fields.first { $0.id == lock.field }?.declaration.type ?? .text
      values[lock.field] =
        lock.value.isEmpty ? .null : DeclaredType.value(lock.value, type) ?? .text(lock.value)
    }
    let places = fields.indices.map { index -> String in
      let place = identity.grid.place(row: row, column: index)
      return Location.columnLetters(place.column + 1) + String(place.row + 1)
    }
    let isFree = if case .free = form.declaration.rows { true } else { false }
    if isFree, places.allSatisfy({ cells.text($0).isEmpty }) { return }
    for (index, field) in fields.enumerated() where !field.isShown {
      let label = field.declaration.label
      let cell = cells.cells[places[index]]
      let faults = item.faults.count
      let value = read(cell, field.declaration, places[index], &item)
      // A dash or a blank is as good as nothing.
      if case .null = value, field.declaration.isRequired, item.faults.count == faults {
        let found = cell?.text ?? ""
        let isEmpty = found.allSatisfy(\.isWhitespace)
        item.fault(
          isEmpty ? FormReturnMessages.required : FormReturnMessages.requiredDash,
          ["field": label.zh, "fieldEn": label.en, "found": found], cell: places[index], label: label.zh,
          found: isEmpty ? "" : found)
      }
      values[field.id] = value
    }
    for (index, field) in fields.enumerated() {
      guard let limit = field.limit, let most = Self.number(values[limit]),
        let number = Self.number(values[field.id]),
        most < number, let other = fields.first(where: { $0.id == limit })
      else { continue }
      let (label, bound) = (field.declaration.label, other.declaration.label)
      item.fault(
        FormReturnMessages.aboveLimit,
        [
          "field": label.zh, "fieldEn": label.en, "found": number.shortest, "limit": bound.zh,
          "limitEn": bound.en, "most": most.shortest,
        ], cell: places[index], label: label.zh, found: number.shortest)
    }
    let sheetRow = identity.grid.place(row: row, column: 0).row + 1
    item.rows.append(.init(sheetRow: sheetRow, index: row, values: values))
  }

  private func read(
    _ cell: ReturnedCells.Cell?, _ field: FieldDeclaration, _ place: String, _ item: inout FormReturn
  ) -> Value {
    guard let cell else { return .null }
    let tally = NormalisationTally()
    let reader = CellReaders.reader(field, tally: tally, index: indices[field.id])
    return Array(cell.text.utf8).withUnsafeBufferPointer { bytes in
      switch reader.read(bytes, kind: cell.kind) {
      case .value(let cellValue):
        let value = Self.value(cellValue, field.type)
        if tally.made.contains(where: { $0.normalisation == .rounded }) {
          warnRounded(cell.text, value, field, place, &item)
        }
        return value
      case .fault(let fault):
        let said = Self.fault(fault, cell, field)
        item.fault(said.message, said.arguments, cell: place, label: field.label.zh, found: cell.text)
        return .null
      }
    }
  }

  /// A figure with more decimal places than are kept is taken, but not silently.
  private func warnRounded(
    _ text: String, _ value: Value, _ field: FieldDeclaration, _ place: String, _ item: inout FormReturn
  ) {
    guard let kept = Self.number(value) else { return }
    let cell = CellReference(place)
    item.warnings.append(
      Diagnostic(
        FormReturnMessages.rounded,
        [
          "field": field.label.zh, "fieldEn": field.label.en, "found": text, "kept": kept.shortest,
          "places": String(field.type.scale ?? 0),
        ], severity: .warning,
        in: Location(file: item.name, sheet: item.identity?.sheet, row: cell?.row, column: cell?.column)))
  }

  /// What is said of a figure that is none: on a sheet that comes back, other than in an import, nothing may be left
  /// empty, and a day was most likely a figure that the spreadsheet took for one.
  private static func fault(_ fault: CellFault, _ cell: ReturnedCells.Cell, _ field: FieldDeclaration)
    -> CellFault
  {
    guard [CellMessages.notNumber, CellMessages.notInteger].contains(fault.message) else { return fault }
    if cell.kind == .date, let day = CalendarDate(iso: String(cell.text.prefix(10))) {
      return CellFault(
        FormReturnMessages.dateForNumber,
        fault.arguments.merging(["guess": "\(day.month).\(day.day)"]) { $1 })
    }
    guard field.isRequired else { return fault }
    let isInteger = fault.message == CellMessages.notInteger
    return CellFault(
      isInteger ? FormReturnMessages.requiredInteger : FormReturnMessages.requiredNumber, fault.arguments)
  }

  static func number(_ value: Value?) -> ExactDecimal? {
    switch value {
    case .integer(let number): ExactDecimal(units: number, scale: 0)
    case .decimal(let number): number
    default: nil
    }
  }

  /// A cell's value, out of the stored form.
  static func value(_ cell: CellValue, _ type: DataType) -> Value {
    switch (cell, type) {
    case (.empty, _): .null
    case (.integer(let units), .decimal(_, let scale)), (.integer(let units), .percent(let scale)):
      .decimal(ExactDecimal(units: units, scale: scale))
    case (.integer(let number), .boolean): .boolean(number == 1)
    case (.integer(let number), _): .integer(number)
    case (.real(let number), _): .real(number)
    case (.utf8(let bytes), _): text(String(decoding: bytes, as: UTF8.self), type)
    }
  }

  private static func text(_ text: String, _ type: DataType) -> Value {
    switch type {
    case .date: CalendarDate(iso: text).map { .date($0) } ?? .text(text)
    case .period: Period(stored: text).map { .period($0) } ?? .text(text)
    case .time: Timestamp(text: text).map { .time($0) } ?? .text(text)
    case .reference: .reference(Reference(key: text))
    default: .text(text)
    }
  }
}
