import KitModel

/// What the units in headings, and in the lines above a table, make of its figures.
struct HeadingUnits {
  let plan: SheetPlan
  /// Units that a line above the heading gives for the whole table: 单位：万元.
  private let ofTable: [FigureUnit]

  init(plan: SheetPlan) {
    self.plan = plan
    ofTable = plan.facts.flatMap { HeadingText.units(inLine: $0) }
  }

  /// The power of ten behind plain numbers of a column; said where it is not 0.
  ///
  /// - Throws: a `Diagnostic` where the unit cannot be converted into the field's.
  func power(of mapping: ColumnMapping, for field: FieldDeclaration, _ remarks: inout [Diagnostic]) throws
    -> Int
  {
    switch field.type {
    case .percent, .realPercent: return HeadingText.saysPercent(mapping.heading) ? -2 : 0
    case .integer, .decimal, .real: break
    default: return 0
    }
    let declared = FigureUnit.declared(by: field)
    let own = HeadingText.unit(of: mapping.heading)
    guard let written = try own ?? tableUnit(mapping, field, declared) else { return 0 }
    guard let power = written.power(in: declared) else {
      throw refusal(
        declared == nil ? ImportMessages.unitUndeclared : ImportMessages.unitDiffers, mapping, field, written,
        ["declared": declared?.word ?? ""])
    }
    if power != 0 {
      remarks.append(said(mapping, field, written, power))
    }
    return power
  }

  /// The unit of the table, where it is one of the field's kind; where figures of people or things may be meant by
  /// a 万人 above the table, nobody can tell.
  private func tableUnit(_ mapping: ColumnMapping, _ field: FieldDeclaration, _ declared: FigureUnit?) throws
    -> FigureUnit?
  {
    if let declared, declared.kind != .count { return ofTable.first { $0.kind == declared.kind } }
    guard let unit = ofTable.first(where: { [.count, .factor].contains($0.kind) && $0.power != 0 }) else {
      return nil
    }
    throw refusal(ImportMessages.unitOfTable, mapping, field, unit, [:])
  }

  private func refusal(
    _ message: Message, _ mapping: ColumnMapping, _ field: FieldDeclaration, _ unit: FigureUnit,
    _ more: [String: String]
  ) -> Diagnostic {
    Diagnostic(
      message, arguments(mapping, field, unit).merging(more) { $1 },
      in: plan.location(row: plan.headingRows.last, column: mapping.column))
  }

  private func said(_ mapping: ColumnMapping, _ field: FieldDeclaration, _ unit: FigureUnit, _ power: Int)
    -> Diagnostic
  {
    let factor = ["factor": "1" + String(repeating: "0", count: abs(power))]
    let change = power > 0 ? ImportRemarks.multiplied : ImportRemarks.divided
    let more = ["change": change.text(.zh, factor), "changeEn": change.text(.en, factor)]
    return Diagnostic(
      ImportRemarks.headingUnit, arguments(mapping, field, unit).merging(more) { $1 }, severity: .note)
  }

  private func arguments(_ mapping: ColumnMapping, _ field: FieldDeclaration, _ unit: FigureUnit) -> [String:
    String]
  {
    ["heading": mapping.heading, "field": field.label.zh, "fieldEn": field.label.en, "unit": unit.word]
  }
}
