import KitModel
import KitQuery
import KitStore

/// Checks within the sheets, and against the last period: for all files of a form at once.
struct ReturnChecks {
  let desk: FormDesk
  let form: Form
  let period: Period

  /// Adds what is wrong to the files at these places.
  func run(_ places: [Int], _ items: inout [FormReturn]) throws {
    let fields = form.declaration.fields
    var table = Table(columns: [
      Column(id: "file_no", label: Label(zh: "file_no", en: "file_no"), type: .integer),
      Column(id: "row_no", label: Label(zh: "row_no", en: "row_no"), type: .integer),
    ])
    table.columns += fields.map { Column(id: $0.id, label: $0.declaration.label, type: $0.declaration.type) }
    for place in places {
      for (index, row) in items[place].rows.enumerated() {
        table.rows.append(
          Table.Row(
            [.integer(Int64(place)), .integer(Int64(index))] + fields.map { row.values[$0.id] ?? .null }))
      }
    }
    if table.rows.isEmpty { return }
    for check in form.declaration.checks {
      let failing: Table
      do {
        failing = try desk.query(
          "returned_rows | select file_no, row_no, holds = (\(check.condition))", over: table,
          named: "returned_rows",
          variables: [NameKey("period"): .value(.period(period), .period(period.kind))])
      } catch {
        throw Diagnostics(
          [
            Diagnostic(
              FormReturnMessages.checkBroken,
              ["form": form.declaration.label.zh, "condition": check.condition])
          ] + SessionMessages.diagnostics(of: error).map(\.withoutPlaces))
      }
      for row in failing.rows where row.values.count == 3 && row.values[2] != .boolean(true) {
        guard case .integer(let file) = row.values[0], case .integer(let number) = row.values[1] else {
          continue
        }
        let place = Int(file)
        let checked = items[place].rows[Int(number)]
        let name = items[place].name(of: checked)
        items[place].fault(
          FormReturnMessages.checkFailed,
          ["message": (name.isEmpty ? "" : name + "：") + check.message],
          cell: self.cell(of: check, checked, items[place]))
      }
    }
    try compare(places, &items)
  }

  /// The cell to look at: the last field of the condition that is filled in, a reason for the most part; else the row.
  private func cell(of check: FormCheck, _ row: FormReturn.Row, _ item: FormReturn) -> String {
    let words = Set(check.condition.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
    let fields = form.declaration.fields
    guard let grid = item.identity?.grid,
      let index = fields.lastIndex(where: {
        !$0.isShown && !$0.isKey && (words.contains($0.id) || words.contains($0.declaration.label.zh))
      })
    else { return String(row.sheetRow) }
    let place = grid.place(row: row.index, column: index)
    return Location.columnLetters(place.column + 1) + String(place.row + 1)
  }

  // MARK: the last period

  private func compare(_ places: [Int], _ items: inout [FormReturn]) throws {
    guard !form.declaration.changes.isEmpty, !form.isAnonymous, let prior = period.prior,
      form.target.unit != nil,
      form.target.period != nil
    else { return }
    let before = try StoredReturns(desk: desk, form: form).rows(period: prior)
    for place in places {
      guard let unit = items[place].identity?.unit, let known = before[unit] else { continue }
      for row in items[place].rows {
        guard let old = known[StoredReturns.key(row, form)] else { continue }
        for change in form.declaration.changes { compare(change, row, old, place, &items) }
      }
    }
  }

  private func compare(
    _ change: FormChange, _ row: FormReturn.Row, _ old: [String: Value], _ place: Int,
    _ items: inout [FormReturn]
  ) {
    guard let now = ReturnReader.number(row.values[change.field]),
      let then = ReturnReader.number(old[change.field]),
      row.values[change.reason, default: .null].isNull, Self.isBeyond(now, then, change.limit),
      let index = form.declaration.fields.firstIndex(where: { $0.id == change.field }),
      let grid = items[place].identity?.grid
    else { return }
    let cell = grid.place(row: row.index, column: index)
    let label = form.declaration.fields[index].declaration.label
    let reason =
      form.declaration.fields.first { $0.id == change.reason }?.declaration.label.zh ?? change.reason
    items[place].fault(
      FormReturnMessages.changed,
      [
        "field": label.zh, "fieldEn": label.en, "before": then.description, "found": now.description,
        "limit": Self.percent(change.limit), "reason": reason,
      ], cell: Location.columnLetters(cell.column + 1) + String(cell.row + 1), label: label.zh,
      found: now.description)
  }

  private static func percent(_ share: ExactDecimal) -> String {
    let points = ExactDecimal(units: share.units, scale: max(0, share.scale - 2))
    let whole = points.rescaled(to: 0)
    return (whole?.description ?? points.description) + "%"
  }

  /// Whether two numbers lie further apart than a share of the older one; exact.
  static func isBeyond(_ now: ExactDecimal, _ then: ExactDecimal, _ limit: ExactDecimal) -> Bool {
    let scale = max(now.scale, then.scale)
    guard let new = now.rescaled(to: scale)?.units, let old = then.rescaled(to: scale)?.units else {
      return true
    }
    let distance = (Int128(new) - Int128(old)).magnitude
    let factor = (0..<limit.scale).reduce(UInt128(1)) { product, _ in product * 10 }
    return distance * factor > Int128(old).magnitude * Int128(limit.units).magnitude
  }
}

extension Diagnostic {
  /// Without the places in a text that nobody typed.
  var withoutPlaces: Diagnostic {
    var plain = self
    (plain.span, plain.fixes) = (nil, [])
    return plain
  }
}
