import KitModel
import KitQuery
import KitStore

/// Puts together what a sheet's rows need: readers for its columns, constants for what the file does not have,
/// and what is known of the rows that are there.
struct ShapeBuilder {
  let targets: TargetFields
  let request: ImportRequest
  let declarations: DeclarationSet
  let lookups: StoreLookups
  let schoolYear: Period?
  let tally: NormalisationTally
  /// Texts of the shape's constants.
  private let texts = CellTexts()

  struct Built {
    var shape: RowShape
    var existing: ExistingRows
    /// Periods and defaults taken because the file has no such column.
    var remarks: [Diagnostic]
  }

  /// Rows of a table up to which all of its keys are looked at before an import.
  private static let lookLimit = 300_000

  /// - Throws: `Diagnostics` when a required column is missing or the period is not known.
  func build(_ plan: SheetPlan, selfReferences: ReferenceIndex?) throws -> Built {
    var remarks: [Diagnostic] = []
    let columns = columnsByField(plan)
    let indexes = try referenceIndexes(columns, selfReferences)
    var positions: [RowShape.Position] = []
    for target in targets.fields {
      let taken = columns[target.field.id]?.first
      let absent = taken == nil ? try absentValue(target, &remarks) : nil
      guard taken != nil || absent != nil else { continue }
      positions.append(
        RowShape.Position(
          field: target.field, isYearly: target.isYearly, column: taken, constant: absent?.constant,
          defaultForNew: absent?.forNew,
          isKey: !target.isYearly && targets.entity.key.contains(target.field.id)))
    }
    let owner = yearOwner()
    for id in owner?.repeats ?? [] {
      guard let field = targets.entity.fields.first(where: { $0.id == id && !$0.isRequired }),
        !positions.contains(where: { $0.field.id == id })
      else { continue }
      positions.append(
        RowShape.Position(
          field: field, isYearly: false, column: nil, constant: nil, defaultForNew: nil, isKey: false))
    }
    if let (field, value) = fixedField() {
      positions.append(
        RowShape.Position(
          field: field, isYearly: false, column: nil, constant: texts.keep(value), defaultForNew: nil,
          isKey: false
        ))
    }
    let count = try lookups.count(targets.entity)
    let places = Dictionary(
      positions.enumerated().filter { !$1.isYearly }.map { ($1.field.id, $0) },
      uniquingKeysWith: { first, _ in first })
    try checkRequired(Set(positions.map(\.field.id)), tableIsEmpty: count == 0, plan)
    let key = targets.entity.key.compactMap { places[$0] }
    let year = try yearShape(positions, places, &remarks)
    var shape = RowShape(uses: [], readers: [], positions: positions, key: key, year: year, texts: texts)
    shape.lackedByNew = lacked(Set(positions.map(\.field.id)))
    try place(plan, positions, indexes, &shape, &remarks)
    var existing = try existingRows(shape, count: count, indexes)
    if let known = try KnownYears(
      entity: targets.entity, lookups: lookups, current: schoolYear?.stored ?? ""
    ).read(shape, into: &existing) {
      shape.heldBack = known.heldBack
      remarks.append(known.remark)
    }
    existing.wholes = try wholes(shape)
    existing.repeated = try owner.flatMap { try repeated($0, places) }
    return Built(shape: shape, existing: existing, remarks: remarks)
  }

  // MARK: Columns

  /// The columns that fill each field, in their order.
  private func columnsByField(_ plan: SheetPlan) -> [String: [Int]] {
    var columns: [String: [Int]] = [:]
    for mapping in plan.mappings {
      if case .taken(let field, _, _) = mapping.outcome { columns[field, default: []].append(mapping.column) }
    }
    return columns
  }

  private func place(
    _ plan: SheetPlan, _ positions: [RowShape.Position], _ indexes: [String: ReferenceIndex],
    _ shape: inout RowShape, _ remarks: inout [Diagnostic]
  ) throws {
    let units = HeadingUnits(plan: plan)
    let width = (plan.mappings.map(\.column).max() ?? -1) + 1
    var uses = [RowShape.ColumnUse](repeating: .unheaded, count: width)
    var readers = [CellReader?](repeating: nil, count: width)
    for mapping in plan.mappings {
      guard case .taken(let id, _, _) = mapping.outcome,
        let position = positions.firstIndex(where: { $0.field.id == id && $0.column != nil })
      else {
        uses[mapping.column] = .ignored
        continue
      }
      uses[mapping.column] = .position(position)
      let field = positions[position].field
      readers[mapping.column] = CellReaders.reader(
        field, tally: tally, headingPower: try units.power(of: mapping, for: field, &remarks),
        index: indexes[field.id])
    }
    // A column without heading that was left out by its letters (`--map J=`).
    for (heading, field) in request.map where field.isEmpty && HeadingMatcher.isLetters(heading) {
      let column = Location.columnNumber(heading) - 1
      while uses.count <= column && column < 2000 {
        uses.append(.unheaded)
        readers.append(nil)
      }
      if uses.indices.contains(column) { uses[column] = .ignored }
    }
    shape.uses = uses
    shape.readers = readers
  }

  private func referenceIndexes(_ columns: [String: [Int]], _ selfReferences: ReferenceIndex?) throws
    -> [String: ReferenceIndex]
  {
    var byEntity: [String: ReferenceIndex] = [:]
    var byField: [String: ReferenceIndex] = [:]
    for target in targets.fields where columns[target.field.id] != nil {
      guard case .reference(let name) = target.field.type, let entity = declarations[name] else { continue }
      var index = try byEntity[name] ?? lookups.references(to: entity)
      if let selfReferences,
        declarations.lineage(of: targets.entity).members.contains(where: { $0.fullName == name })
      {
        index.merge(selfReferences)
      }
      byEntity[name] = index
      byField[target.field.id] = index
    }
    return byField
  }

  // MARK: What the file does not have

  /// The value of a field that has no column: the period asked for, or the declared default.
  private func absentValue(_ target: TargetFields.Target, _ remarks: inout [Diagnostic]) throws -> (
    constant: CellValue?, forNew: CellValue?
  )? {
    let field = target.field
    if target.isYearly { return nil }
    if case .period(let kind) = field.type, field.isRequired {
      guard let period = try period(of: kind, for: field) else { return nil }
      remarks.append(said(ImportRemarks.yearTaken, field, ["year": period.label]))
      return (texts.keep(period.stored), nil)
    }
    guard let value = field.defaultValue, let stored = texts.keep(value) else { return nil }
    remarks.append(said(ImportRemarks.defaultTaken, field, ["value": value.spelled]))
    return targets.entity.key.contains(field.id) ? (stored, nil) : (nil, stored)
  }

  private func said(_ message: Message, _ field: FieldDeclaration, _ more: [String: String]) -> Diagnostic {
    Diagnostic(
      message, ["field": field.label.zh, "fieldEn": field.label.en].merging(more) { $1 }, severity: .note)
  }

  private func period(of kind: Period.Kind?, for field: FieldDeclaration) throws -> Period? {
    if let year = request.year {
      guard kind == nil || year.kind == kind else {
        throw Diagnostic(
          ImportMessages.yearNotOfKind,
          ["year": year.label, "field": field.label.zh, "fieldEn": field.label.en])
      }
      return year
    }
    return kind == .schoolYear || kind == nil ? schoolYear : nil
  }

  /// The field of the parent that tells its kinds apart, as this entity sets it.
  private func fixedField() -> (FieldDeclaration, String)? {
    guard let (name, value) = targets.entity.parentValue else { return nil }
    return declarations.lineage(of: targets.entity).fields.first { $0.id == name }.map { ($0, value) }
  }

  private func lacked(_ present: Set<String>) -> [FieldDeclaration] {
    targets.fields.filter { !$0.isYearly && $0.field.isRequired && !present.contains($0.field.id) }.map(
      \.field)
  }

  private func checkRequired(_ present: Set<String>, tableIsEmpty: Bool, _ plan: SheetPlan) throws {
    // Rows that are there already need their key only; what new rows lack is said row by row.
    let missing = targets.fields.filter { target in
      !target.isYearly && !present.contains(target.field.id)
        && (targets.entity.key.contains(target.field.id) || target.field.isRequired && tableIsEmpty)
    }
    guard let first = missing.first else { return }
    if missing.count == 1, case .period = first.field.type {
      throw Diagnostic(ImportMessages.yearWanted, in: plan.location(row: nil, column: nil))
    }
    throw Diagnostic(
      ImportMessages.columnsMissing,
      [
        "fields": missing.map { "“\($0.field.label.zh)”" }.joined(separator: "、"),
        "fieldsEn": missing.map(\.field.label.en).joined(separator: ", "), "field": first.field.id,
      ], in: plan.location(row: plan.headingRows.last, column: nil))
  }

  // MARK: The year

  private func yearShape(
    _ positions: [RowShape.Position], _ places: [String: Int], _ remarks: inout [Diagnostic]
  ) throws -> RowShape.YearShape? {
    guard let entity = targets.yearEntity, let split = targets.entity.yearSplit,
      positions.contains(where: \.isYearly)
    else { return nil }
    var fields: [FieldDeclaration] = []
    var sources: [RowShape.YearShape.Source] = []
    for field in entity.fields {
      let source: RowShape.YearShape.Source?
      if let from = split.key[field.id] {
        source = try keySource(from, field, places, &remarks)
      } else if split.columns.contains(field.id) {
        source = positions.firstIndex { $0.isYearly && $0.field.id == field.id }.map { .position($0) }
      } else if split.repeats.contains(field.id) {
        source = places[field.id].map { repeated($0, field.id) } ?? .known(field.id)
      } else {
        source = nil
      }
      guard let source else { continue }
      fields.append(field)
      sources.append(source)
    }
    return RowShape.YearShape(entity: entity, fields: fields, sources: sources)
  }

  /// An empty cell leaves what the entity has, and so the year repeats that.
  private func repeated(_ position: Int, _ field: String) -> RowShape.YearShape.Source {
    request.blanksClear ? .position(position) : .positionOrKnown(position, field)
  }

  private func keySource(
    _ from: String, _ field: FieldDeclaration, _ places: [String: Int], _ remarks: inout [Diagnostic]
  ) throws -> RowShape.YearShape.Source? {
    switch from {
    case "@school_year":
      guard let year = request.year ?? schoolYear else { throw Diagnostic(ImportMessages.yearWanted) }
      guard year.kind == .schoolYear else {
        throw Diagnostic(
          ImportMessages.yearNotOfKind,
          ["year": year.label, "field": field.label.zh, "fieldEn": field.label.en])
      }
      remarks.append(said(ImportRemarks.yearTaken, field, ["year": year.label]))
      return .constant(texts.keep(year.stored))
    case "@default":
      return field.defaultValue.flatMap { texts.keep($0) }.map { .constant($0) }
    default:
      return places[from].map { .position($0) } ?? .constant(texts.keep(from))
    }
  }

  // MARK: Rows that are there

  private func existingRows(_ shape: RowShape, count: Int, _ indexes: [String: ReferenceIndex]) throws
    -> ExistingRows
  {
    var existing = ExistingRows()
    existing.setReferences(indexes)
    let lineage = declarations.lineage(of: targets.entity)
    guard let root = lineage.members.last, !targets.entity.key.isEmpty else { return existing }
    let rootCount = lineage.members.count > 1 ? try lookups.count(root) : count
    // What new rows need that the file does not have makes the look necessary, however large the table.
    let isNeeded =
      shape.positions.contains { $0.defaultForNew != nil } || shape.year != nil || !shape.lackedByNew.isEmpty
    guard rootCount > 0, rootCount <= Self.lookLimit || isNeeded else { return existing }
    let key = targets.entity.key
    let repeats = targets.entity.yearSplit?.repeats ?? []
    let fixed = fixedField().flatMap { fixed in root.fields.contains { $0.id == fixed.0.id } ? fixed : nil }
    let ofRoot = repeats.filter { id in root.fields.contains { $0.id == id } }
    let columns = ([fixed?.0.id].compactMap { $0 } + ofRoot).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    let own = repeats.filter { id in lineage.fields.contains { $0.id == id } }
    existing.setColumns(columns, own: own, kind: fixed.map { (field: $0.0, value: $0.1) })
    func text(_ values: [String?]) -> String {
      values.prefix(key.count).map { $0 ?? "" }.joined(separator: ExistingRows.keySeparator)
    }
    try lookups.forEach(key + columns, of: root) { values in
      existing.add(key: text(values), values: Array(values.dropFirst(key.count)))
    }
    try lookups.forEach(key + own, of: targets.entity) { values in
      existing.addOwn(key: text(values), values: Array(values.dropFirst(key.count)))
    }
    existing.countsBlanks = !request.blanksClear
    return existing
  }
}
