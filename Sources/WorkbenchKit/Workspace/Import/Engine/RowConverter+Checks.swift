import KitFormats
import KitModel

/// Checks of a whole row: what is missing, what stands twice, what contradicts the rows that are there.
extension RowConverter {
  func checkRow(_ number: Int, _ batch: RowBatch, _ range: Range<Int>) {
    let key = knownKey()
    let isNew = key.map { existing.isNew($0) } ?? true
    for index in watched where values[index].isEmpty {
      let position = shape.positions[index]
      if isNew, let usual = position.defaultForNew {
        values[index] = usual
      } else if position.field.isRequired && !position.isYearly
        && (position.column != nil || isNew || position.isKey)
        && !rowFaults.contains(where: { $0.column == position.column && $0.column != nil })
      {
        missing(position.field, column: position.column, isKey: position.isKey, number)
      }
    }
    if isNew {
      for field in shape.lackedByNew { missing(field, column: nil, isKey: false, number) }
    }
    if !rowFaults.isEmpty || shape.key.isEmpty { return }
    checkDuplicates(number)
    if wholes != nil { checkWholes(number) }
    if let key, let fault = existing.conflict(key) {
      let column = shape.key.first.flatMap { shape.positions[$0].column }
      rowFaults.append(RowIssue(row: number, column: column, fault: fault))
    }
    if !isNew && existing.countsBlanks {
      issues.keepBlanks(
        shape.positions.indices.count { shape.positions[$0].column != nil && values[$0].isEmpty })
    }
  }

  private func missing(_ field: FieldDeclaration, column: Int?, isKey: Bool, _ number: Int) {
    // The key tells a person which row it is, unless the key itself is missing.
    let key = keyText().replacing(ExistingRows.keySeparator, with: " ")
    let known = isKey || key.isEmpty ? nil : key
    rowFaults.append(
      RowIssue(
        row: number, column: column,
        fault: CellFault(
          CellMessages.requiredEmpty,
          [
            "field": field.label.zh, "fieldEn": field.label.en, "found": "",
            "key": known.map { "（\($0)）" } ?? "", "keyEn": known.map { " (\($0))" } ?? "",
          ])))
  }

  private func checkDuplicates(_ number: Int) {
    keyBytes.removeAll(keepingCapacity: true)
    for (place, position) in shape.key.enumerated() {
      if place > 0 { keyBytes.append(0x1F) }
      appendBytes(values[position], isAlone: shape.key.count == 1)
    }
    let before = keyBytes.withUnsafeBufferPointer { keys.insert($0, row: number) }
    if let before {
      let column = shape.key.first.flatMap { shape.positions[$0].column }
      twice(
        CellMessages.keyTwice, number, before, column,
        keyText().replacing(ExistingRows.keySeparator, with: " "), shape.key.first)
    }
    for index in uniques.indices {
      let position = uniques[index].position
      keyBytes.removeAll(keepingCapacity: true)
      appendBytes(values[position], isAlone: true)
      if keyBytes.isEmpty { continue }
      let before = keyBytes.withUnsafeBufferPointer { uniques[index].table.insert($0, row: number) }
      guard let before else { continue }
      twice(
        CellMessages.valueTwice, number, before, shape.positions[position].column,
        values[position].string ?? "", position)
    }
  }

  /// Both rows are named, and neither is taken.
  private func twice(
    _ message: Message, _ row: Int, _ before: Int, _ column: Int?, _ found: String, _ position: Int?
  ) {
    let field = position.map { shape.positions[$0].field.label }
    func issue(_ row: Int, other: Int) -> RowIssue {
      let place = plan.location(row: other, column: column)
      return RowIssue(
        row: row, column: column,
        fault: CellFault(
          message,
          [
            "found": found, "other": place.sheet == nil ? String(other) : place.cell ?? String(other),
            "field": field?.zh ?? "", "fieldEn": field?.en ?? "",
          ]))
    }
    issues.add(issue(before, other: row))
    rowFaults.append(issue(row, other: before))
  }

  /// A code that is a number in the sheet, where the same code with zeros in front is known.
  func checkLostZero(_ value: CellValue, _ position: Int, _ column: Int, _ number: Int) {
    guard let code = value.string, let padded = existing.withLeadingZeros(code) else { return }
    let field = shape.positions[position].field
    rowFaults.append(
      RowIssue(
        row: number, column: column,
        fault: CellFault(
          CellMessages.codeLostZero,
          ["found": code, "near": padded, "field": field.label.zh, "fieldEn": field.label.en])))
  }

  /// The key as one text, where rows are there already that it may name.
  private func knownKey() -> String? {
    if existing.isEmpty { return nil }
    return shape.key.contains { values[$0].isEmpty } ? nil : keyText()
  }

  func keyText() -> String {
    shape.key.compactMap { values[$0].string }.joined(separator: ExistingRows.keySeparator)
  }

  /// A number's bytes, the highest first, so that rising numbers are rising keys; alone without zeros in front.
  private func appendBytes(_ value: CellValue, isAlone: Bool) {
    switch value {
    case .utf8(let bytes): keyBytes.append(contentsOf: bytes)
    case .empty: break
    case .integer(let number): appendBytes(UInt64(bitPattern: number), isAlone: isAlone)
    case .real(let number): appendBytes(number.bitPattern, isAlone: isAlone)
    }
  }

  private func appendBytes(_ word: UInt64, isAlone: Bool) {
    var shift = isAlone ? max(0, 56 - word.leadingZeroBitCount / 8 * 8) : 56
    while shift >= 0 {
      keyBytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
      shift -= 8
    }
  }
}
