import KitModel

/// Rows that were typed below those that the workbook knows.
extension EditReader {
  func add(_ lines: [EditReturn.Line], _ plan: inout EditPlan) throws {
    guard !lines.isEmpty else { return }
    let missing = EditRows.missing(in: columns, of: entity, desk)
    if !missing.isEmpty {
      plan.faults.append(
        Diagnostic(
          EditMessages.newRowLacks, EditDesk.labels(missing), in: back.location(lines[0].number, nil)))
      return
    }
    var rows: [EditPlan.Row] = []
    for line in lines { if let row = newRow(line.number, &plan) { rows.append(row) } }
    let known = try stored(rows.map(\.key))
    var seen: Set<[String]> = []
    for row in rows {
      let place = keyColumns.first.flatMap { back.places[$0] }
      if !seen.insert(EditDesk.key(row.key)).inserted {
        plan.faults.append(Diagnostic(EditMessages.keyTwice, in: back.location(row.line, place)))
      } else if let there = known[EditDesk.key(row.key)] {
        let isSame = zip(writtenColumns, row.values).allSatisfy {
          EditVersion.of(there.values[$0] ?? .null) == EditVersion.of($1)
        }
        if isSame {
          plan.already += 1
        } else {
          plan.faults.append(
            Diagnostic(
              EditMessages.newKeyIsThere, ["row": shownKey(row.key)], in: back.location(row.line, place)))
        }
      } else {
        plan.additions.append(row)
        plan.addedCells += addedCells(row)
      }
    }
  }

  private func shownKey(_ key: [Value]) -> String {
    zip(keyColumns, key).map { cells.text($1, in: columns[$0]) }.joined(separator: " ")
  }

  private func addedCells(_ row: EditPlan.Row) -> [EditPlan.Change] {
    zip(writtenColumns, row.values).compactMap { index, value in
      guard !value.isNull, let place = back.places[index] else { return nil }
      return .init(
        key: shownKey(row.key), name: nameField == nil ? .null : name(in: row), column: columns[index],
        before: .null, after: value, place: (row.line, place))
    }
  }

  private func name(in row: EditPlan.Row) -> Value {
    zip(writtenColumns, row.values).first { columns[$0.0].id == nameField?.id }?.1 ?? .null
  }

  /// The values of a new row; nil after faults were noted.
  private func newRow(_ line: Int, _ plan: inout EditPlan) -> EditPlan.Row? {
    let before = plan.faults.count
    for (index, column) in columns.enumerated() {
      guard !column.isOpen, column.lock != .key, let place = back.places[index], back.holds(line, place)
      else { continue }
      plan.faults.append(
        Diagnostic(
          EditMessages.lockedChanged, ["column": column.heading, "found": back.text(line, place)],
          in: back.location(line, place)))
    }
    let values = writtenColumns.map { index -> Value in
      guard let place = back.places[index], let reader = readers[index], let field = columns[index].field
      else { return .null }
      switch back.value(line, place, field.type, reader) {
      case .success(let value):
        if value.isNull, field.isRequired || columns[index].lock == .key {
          plan.faults.append(required(field, line, place))
        }
        return value
      case .failure(let fault):
        plan.faults.append(Diagnostic(fault.message, fault.arguments, in: back.location(line, place)))
        return .null
      }
    }
    guard plan.faults.count == before else { return nil }
    return .init(line: line, key: Array(values.prefix(keyColumns.count)), values: values)
  }
}
