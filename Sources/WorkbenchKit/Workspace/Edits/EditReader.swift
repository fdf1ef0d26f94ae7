import KitFormats
import KitModel

/// Compares a workbook that came back with what it read when it was written, and with what is stored now.
struct EditReader {
  let desk: EditDesk
  let entity: EntityDeclaration
  let back: EditReturn
  let columns: [EditColumn]
  let cells: EditCells
  let readers: [CellReader?]
  let nameField: FieldDeclaration?
  let keyColumns: [Int]

  /// What the person has said not to write.
  var skipsAdditions = false
  var skipsRemovals = false

  var hasNames: Bool { nameField != nil }

  init(_ back: EditReturn, entity: EntityDeclaration, desk: EditDesk, tally: NormalisationTally) throws {
    self.desk = desk
    self.entity = entity
    self.back = back
    let fields = desk.fields(of: entity)
    let columns = try back.identity.columns.map { column in
      let field = column.shape.isEmpty ? nil : fields.first { $0.id == column.id }
      let made = EditColumn(
        id: column.id, heading: column.heading, field: field, lock: EditColumn.Lock(rawValue: column.lock))
      if made.shape != column.shape {
        throw Diagnostic(EditMessages.declarationChanged, ["file": back.file, "column": column.heading])
      }
      return made
    }
    let references = try desk.references(of: columns)
    self.columns = columns
    keyColumns = columns.indices.filter { columns[$0].lock == .key }
    cells = EditCells(references: references)
    readers = columns.map { column in
      column.field.map { CellReaders.reader($0, tally: tally, index: references[column.id]) }
    }
    nameField = fields.first {
      $0.id == entity.nameField && !entity.key.contains($0.id) && !$0.isSensitive
    }
  }

  /// The fields that a row is written with: its key, and what is open.
  var written: [FieldDeclaration] { writtenColumns.compactMap { columns[$0].field } }

  var writtenColumns: [Int] { keyColumns + columns.indices.filter { columns[$0].isOpen } }

  /// What is stored of a row that the workbook knows.
  struct Known {
    var values: [Value?]
    var name: Value
  }

  func plan() throws -> EditPlan {
    var plan = EditPlan()
    plan.remarks = back.remarks
    let keys = back.identity.rows.map { row in
      keyColumns.map { EditVersion.value(row.versions[$0], columns[$0].field?.type ?? .text) ?? .null }
    }
    let shown = keys.map { key in zip(keyColumns, key).map { cells.text($1, in: columns[$0]) } }
    let known = try stored(keys)
    // Rows are found by what their key cells read when they were written.
    let written = zip(back.identity.rows, shown).map { row, shown in
      zip(keyColumns, shown).map { back.identity.names[$0]?[row.versions[$0]] ?? $1 }
    }
    let (lines, gone, doubled) = back.lines(written.map { $0.map(EditCells.plain) })
    for number in doubled {
      plan.faults.append(
        Diagnostic(
          EditMessages.keyTwice, in: back.location(number, keyColumns.first.flatMap { back.places[$0] })))
    }
    var new: [EditReturn.Line] = []
    for line in lines {
      if let row = line.row {
        let item = Item(
          line: line.number, key: keys[row], shown: shown[row].joined(separator: " "),
          versions: back.identity.rows[row].versions, known: known[EditDesk.key(keys[row])])
        try compare(item, &plan)
      } else if let was = line.wasRow {
        changedKey(line.number, shown[was], &plan)
      } else {
        new.append(line)
      }
    }
    for row in gone {
      let item = Item(
        line: nil, key: keys[row], shown: shown[row].joined(separator: " "),
        versions: back.identity.rows[row].versions, known: known[EditDesk.key(keys[row])])
      try remove(item, &plan)
    }
    try add(new, &plan)
    if skipsAdditions { (plan.additions, plan.addedCells) = ([], []) }
    if skipsRemovals { plan.removals = [] }
    return plan
  }

  func stored(_ keys: [[Value]]) throws -> [[String]: Known] {
    let fields = columns.compactMap(\.field) + [nameField].compactMap { $0 }
    return try desk.stored(fields, of: entity, keys: keys).mapValues { values in
      var place = 0
      let own = columns.map { column -> Value? in
        guard column.field != nil else { return nil }
        place += 1
        return values[place - 1]
      }
      return Known(values: own, name: nameField == nil ? .null : values[place])
    }
  }

  // MARK: A row that the workbook knows

  struct Item {
    var line: Int?
    var key: [Value]
    var shown: String
    var versions: [String]
    var known: Known?
  }

  private func compare(_ item: Item, _ plan: inout EditPlan) throws {
    guard let line = item.line else { return }
    if let mark = back.markPlace, back.holds(line, mark) {
      guard EditWords.isMark(back.text(line, mark)) else {
        plan.faults.append(
          Diagnostic(
            EditMessages.badMark, ["found": back.text(line, mark)], in: back.location(line, mark)))
        return
      }
      return try remove(item, &plan)
    }
    var changes: [EditPlan.Change] = []
    var values = item.known?.values ?? []
    var settled: Set<Int> = []
    var isTouched = false
    for (index, column) in columns.enumerated() {
      guard let place = back.places[index] else { continue }
      guard column.isOpen else {
        if column.lock != .key { compareLock(index, item, line, place, &plan) }
        continue
      }
      let now = item.known?.values[index]
      guard case .typed(let value) = answer(index, line, item.versions[index], now, &plan) else { continue }
      isTouched = true
      guard let now else { continue }
      if EditVersion.of(value) == EditVersion.of(now) {
        plan.already += 1
        settled.insert(index)
      } else {
        changes.append(
          .init(
            key: item.shown, name: item.known?.name ?? .null, column: column, before: now, after: value,
            place: (line, place)))
        values[index] = value
      }
    }
    guard item.known != nil else {
      if isTouched {
        plan.faults.append(
          Diagnostic(EditMessages.rowGone, ["row": item.shown], in: back.location(line, nil)))
      }
      return
    }
    guard !changes.isEmpty else { return }
    let moved = try self.moved(item, settled)
    plan.faults += moved
    plan.changes += changes
    plan.rows.append(.init(line: line, key: item.key, values: writtenColumns.map { values[$0] ?? .null }))
  }

  private enum Answer {
    case untouched
    case typed(Value)
  }

  /// What stands in an open cell, and whether a person has typed it.
  private func answer(
    _ index: Int, _ line: Int, _ version: String, _ now: Value?, _ plan: inout EditPlan
  ) -> Answer {
    guard let place = back.places[index], let reader = readers[index], let field = columns[index].field else {
      return .untouched
    }
    let text = back.text(line, place)
    if back.cell(line, place).map(EditReturn.isFaulty) != true {
      if isAsWritten(text, index, version) { return .untouched }
      let sent = EditVersion.value(version, field.type)
      let same = [now.flatMap { EditVersion.of($0) == version ? $0 : nil }, sent].compactMap { $0 }
      if same.contains(where: { cells.reads(text, $0, in: columns[index]) }) { return .untouched }
    }
    switch back.value(line, place, field.type, reader) {
    case .success(let value):
      if EditVersion.of(value) == version { return .untouched }
      if value.isNull, field.isRequired {
        plan.faults.append(required(field, line, place))
        return .untouched
      }
      return .typed(value)
    case .failure(let fault):
      plan.faults.append(Diagnostic(fault.message, fault.arguments, in: back.location(line, place)))
      return .untouched
    }
  }

  /// Whether a reference reads as it was written, whatever the row that it points to is called by now.
  private func isAsWritten(_ text: String, _ index: Int, _ version: String) -> Bool {
    back.identity.names[index]?[version].map { EditCells.plain($0) == EditCells.plain(text) } ?? false
  }

  func required(_ field: FieldDeclaration, _ line: Int, _ place: Int) -> Diagnostic {
    Diagnostic(
      EditMessages.required, ["field": field.label.zh, "fieldEn": field.label.en],
      in: back.location(line, place))
  }

  private func compareLock(
    _ index: Int, _ item: Item, _ line: Int, _ place: Int, _ plan: inout EditPlan
  ) {
    let column = columns[index]
    let text = back.text(line, place)
    let isSame =
      switch column.lock {
      case .sensitive: text.isEmpty || text == Column.mask
      case .computed:
        EditVersion.of(text.isEmpty ? .null : .text(text)) == item.versions[index]
      default:
        isAsWritten(text, index, item.versions[index])
          || EditVersion.value(item.versions[index], column.field?.type ?? .text).map {
            cells.reads(text, $0, in: column)
          } ?? true
      }
    if isSame { return }
    plan.faults.append(
      Diagnostic(
        EditMessages.lockedChanged, ["column": column.heading, "found": text],
        in: back.location(line, place)))
  }

  private func changedKey(_ line: Int, _ was: [String], _ plan: inout EditPlan) {
    let place = keyColumns.first.flatMap { back.places[$0] }
    let found = keyColumns.compactMap { back.places[$0] }.map { back.text(line, $0) }
    plan.faults.append(
      Diagnostic(
        EditMessages.keyChanged,
        ["was": was.joined(separator: " "), "found": EditCells.shown(found.joined(separator: " "))],
        in: back.location(line, place)))
  }

  /// What was changed in the store since the workbook was written, column by column.
  private func moved(_ item: Item, _ settled: Set<Int>) throws -> [Diagnostic] {
    guard let known = item.known else { return [] }
    return try columns.indices.compactMap { index in
      guard columns[index].isVersioned, !settled.contains(index), let field = columns[index].field,
        let now = known.values[index], EditVersion.of(now) != item.versions[index]
      else { return nil }
      let origin = try desk.workspace.store.origin(entity: entity, key: item.key, field: field.id)
      let was = EditVersion.value(item.versions[index], field.type)
      return Diagnostic(
        EditMessages.rowChanged,
        [
          "row": item.shown, "column": columns[index].heading,
          "was": was.map { EditCells.shown(cells.text($0, in: columns[index])) } ?? "…",
          "now": EditCells.shown(cells.text(now, in: columns[index])),
          "person": origin?.change.context.person ?? "—", "time": origin?.change.context.time.text ?? "—",
          "change": origin.map { String($0.change.id) } ?? "—",
        ], in: back.location(item.line ?? back.headingRow, item.line == nil ? nil : back.places[index]))
    }
  }

  private func remove(_ item: Item, _ plan: inout EditPlan) throws {
    guard let known = item.known else {
      plan.already += 1
      return
    }
    plan.faults += try moved(item, [])
    plan.removals.append(.init(key: item.key, shown: item.shown, name: known.name, line: item.line))
  }
}
