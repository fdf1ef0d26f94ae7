import KitFormats
import KitModel

/// Rows for a whole beside rows for its parts.
extension RowConverter {
  /// A row for a whole beside rows for its parts: of the file all are named and none is taken, of the store the
  /// first is named.
  func checkWholes(_ number: Int) {
    guard rowFaults.isEmpty, let isYearly = wholes?.isYearly else { return }
    // A row without figures brings none of the year.
    let figure = yearly.first { !values[$0].isEmpty }
    if isYearly && figure == nil { return }
    let key = (wholes?.key ?? []).map { _, source in
      switch source {
      case .position(let position): values[position].string ?? ""
      case .constant(let value): value
      }
    }
    // Nothing else may hold the rows met while one is entered, or all of them were copied each time.
    guard let clash = wholes?.clash(key, row: number), let rule = wholes, let field = rule.field else {
      return
    }
    let place = isYearly ? figure : shape.positions.firstIndex { $0.field.id == field.id }
    let column = (place ?? shape.key.first).flatMap { shape.positions[$0].column } ?? keyColumn
    let part = zip(rule.key, key).first { $0.0.field.id == field.id }?.1 ?? ""
    var said = [
      "key": rule.described(key, existing), "entity": rule.entity.label.zh,
      "entityEn": rule.entity.label.en, "field": field.label.zh, "fieldEn": field.label.en,
      "whole": rule.whole.value,
    ]
    switch clash {
    case .stored(let other):
      said["found"] = part
      said["known"] = other.part
      said["remedy"] = rule.remedy(key, .zh)
      said["remedyEn"] = rule.remedy(key, .en)
      said.merge(other.place) { $1 }
      let message = isYearly ? CellMessages.yearStoredByPart : CellMessages.wholeStored
      rowFaults.append(RowIssue(row: number, column: column, fault: CellFault(message, said)))
    case .rows(let others):
      func issue(_ row: Int, _ part: String, other: Int, _ otherPart: String) -> RowIssue {
        let cell = plan.sheet == nil ? nil : plan.location(row: other, column: column).cell
        let line = ["row": String(other)]
        let more = [
          "found": part, "known": otherPart, "other": cell ?? ReasonWords.rowOfFile.text(.zh, line),
          "otherEn": cell ?? ReasonWords.rowOfFile.text(.en, line),
        ]
        return RowIssue(
          row: row, column: column,
          fault: CellFault(CellMessages.wholeAndParts, said.merging(more) { $1 }))
      }
      for other in others { issues.add(issue(other.row, other.part, other: number, part)) }
      if let first = others.first {
        rowFaults.append(issue(number, part, other: first.row, first.part))
      }
    }
  }

  private var keyColumn: Int? { shape.key.first.flatMap { shape.positions[$0].column } }
}
