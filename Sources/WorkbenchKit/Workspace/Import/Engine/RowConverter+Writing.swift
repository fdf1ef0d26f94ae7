import KitStore

/// Rows for the store, of the entity itself and of its year.
extension RowConverter {
  @inline(__always)
  func append(_ rows: inout Rows, _ number: Int) {
    if let rowNumber { values[rowNumber] = .integer(Int64(number)) }
    if let repeated = existing.repeated {
      appendFilling(&rows, repeated)
    } else if shape.heldBack.isEmpty || existing.isNew(keyText()) {
      for position in own { Self.append(values[position], to: &rows.own) }
    } else {
      appendHoldingBack(&rows)
    }
    rows.own.endRow(number: number)
    guard let year = shape.year else { return }
    guard yearly.contains(where: { !values[$0].isEmpty }) else { return }
    let key = keyText()
    var taken: (origin: RepeatedValues.Origin, fields: [String])?
    func known(_ field: String) {
      let (text, origin) = existing.yearText(of: field, key: key)
      Self.append(text, to: &rows.year)
      if let origin { taken = (origin, (taken?.fields ?? []) + [field]) }
    }
    for source in year.sources {
      switch source {
      case .position(let position): Self.append(values[position], to: &rows.year)
      case .positionOrKnown(let position, let field):
        if values[position].isEmpty { known(field) } else { Self.append(values[position], to: &rows.year) }
      case .constant(let value): Self.append(value, to: &rows.year)
      case .known(let field): known(field)
      }
    }
    rows.year.endRow(number: number)
    if let taken, let (known, asked) = existing.otherYears {
      filled.count(taken.origin, year: asked, current: known.current, fields: taken.fields)
    }
  }

  /// A row by year, which takes what it repeats and the file leaves open from what the store knows of that year.
  private func appendFilling(_ rows: inout Rows, _ repeated: RepeatedValues) {
    let year = values[repeated.year].string ?? ""
    let known = repeated.values(of: values[repeated.unit].string ?? "", year: year)
    var fields: [String] = []
    for position in own {
      // Where blanks clear, an empty cell is an answer.
      if let place = repeats[position], values[position].isEmpty,
        !repeated.blanksClear || shape.positions[position].column == nil,
        let text = known?.values[place]
      {
        Self.append(text, to: &rows.own)
        fields.append(repeated.fields[place])
      } else {
        Self.append(values[position], to: &rows.own)
      }
    }
    // A row that is there and has these values already was given nothing.
    guard let origin = known?.origin, !fields.isEmpty, origin != .sameYear || existing.isNew(keyText()) else {
      return
    }
    filled.count(origin, year: year, current: repeated.current, fields: fields)
  }

  /// A row that is there, and keeps what the file says only for an earlier year.
  private func appendHoldingBack(_ rows: inout Rows) {
    let key = keyText()
    for position in own {
      if shape.heldBack.contains(position) {
        Self.append(existing.text(of: shape.positions[position].field.id, key: key), to: &rows.own)
      } else {
        Self.append(values[position], to: &rows.own)
      }
    }
  }

  @inline(__always)
  private static func append(_ value: CellValue, to buffer: inout RowBuffer) {
    switch value {
    case .empty: buffer.appendNull()
    case .integer(let number): buffer.append(number)
    case .real(let number): buffer.append(number)
    case .utf8(let bytes): buffer.append(text: bytes)
    }
  }

  private static func append(_ text: String?, to buffer: inout RowBuffer) {
    if let text { buffer.append(text: text) } else { buffer.appendNull() }
  }
}
