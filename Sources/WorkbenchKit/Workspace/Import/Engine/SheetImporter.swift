import KitFormats
import KitModel
import KitStore

/// Imports one sheet within a change.
struct SheetImporter {
  let plan: SheetPlan
  let targets: TargetFields
  let request: ImportRequest
  let declarations: DeclarationSet
  let lookups: StoreLookups
  let schoolYear: Period?
  let hooks: ImportHooks

  /// What became of a sheet.
  struct Outcome {
    var counts: [(entity: EntityDeclaration, counts: WriteCounts)] = []
    var issues = RowIssues()
    var tally = NormalisationTally()
    /// Periods and defaults taken; what the reader had to say.
    var remarks: [Diagnostic] = []
  }

  /// Reads, checks and writes the rows. With faults and without `--keep-good` nothing more is written once the
  /// first is found, and the caller takes the change back.
  ///
  /// - Parameter source: registers the sheet; called once, when there is something to write.
  func run(in change: any ChangeTransaction, source: () throws -> Int64) throws -> Outcome {
    var outcome = Outcome()
    let found = request.keepsGood ? try faults() : nil
    let leftOut = found?.badRows ?? []
    let built = try build(leavingOut: leftOut, tally: outcome.tally)
    outcome.remarks = built.remarks
    let converter = try converter(built, leftOut: leftOut)
    try write(converter, built.shape, change, source, &outcome)
    outcome.issues = found ?? converter.issues
    outcome.remarks += converter.remarks
    return outcome
  }

  /// The faults of all rows, looked for before the good ones are written. A row that clashes with a later one, or
  /// refers to a row of the file that is not taken, is known to be bad only afterwards: the file is read until
  /// nothing more is found.
  private func faults() throws -> RowIssues {
    var found: RowIssues?
    while true {
      let leftOut = found?.badRows ?? []
      let built = try build(leavingOut: leftOut, tally: NormalisationTally())
      let converter = try converter(built, leftOut: leftOut)
      try forEachChunk(converter) { _ in }
      let more = converter.issues
      found = found?.adding(faultsOf: more) ?? more
      if more.badRows.isEmpty || !refersToItself { return found ?? more }
    }
  }

  private func build(leavingOut rows: Set<Int>, tally: NormalisationTally) throws -> ShapeBuilder.Built {
    try ShapeBuilder(
      targets: targets, request: request, declarations: declarations, lookups: lookups,
      schoolYear: schoolYear, tally: tally
    ).build(plan, selfReferences: try selfReferences(leavingOut: rows))
  }

  private func write(
    _ converter: RowConverter, _ shape: RowShape, _ change: any ChangeTransaction,
    _ source: () throws -> Int64,
    _ outcome: inout Outcome
  ) throws {
    let isEmpty = try lookups.count(targets.entity) == 0 && targets.entity.extends == nil
    let mode: WriteMode = isEmpty ? .insert : request.blanksClear ? .upsert : .merge
    let fields = shape.own.map { shape.positions[$0].field.id }
    var writer: (any RowWriter)?
    var sourceId: Int64?
    var yearRows: [RowBuffer] = []
    try forEachChunk(converter) { rows in
      if rows.issueCount > 0 && !request.keepsGood { return }
      guard rows.own.rowCount > 0 else { return }
      if writer == nil {
        let id = try source()
        sourceId = id
        writer = try change.rowWriter(into: targets.entity, fields: fields, mode: mode, source: id)
      }
      try writer?.append(rows.own)
      if rows.year.rowCount > 0 { yearRows.append(rows.year) }
    }
    guard converter.issues.issueCount == 0 || request.keepsGood else { return }
    outcome.counts.append((targets.entity, try writer?.finish() ?? WriteCounts()))
    guard let year = shape.year, !yearRows.isEmpty else { return }
    let yearWriter = try change.rowWriter(
      into: year.entity, fields: year.fields.map(\.id), mode: request.blanksClear ? .upsert : .merge,
      source: sourceId)
    for rows in yearRows { try yearWriter.append(rows) }
    outcome.counts.append((year.entity, try yearWriter.finish()))
  }

  private func converter(_ built: ShapeBuilder.Built, leftOut: Set<Int> = []) throws -> RowConverter {
    RowConverter(
      plan, reader: try plan.input.rows(ofSheet: plan.index), shape: built.shape, existing: built.existing,
      leftOut: leftOut)
  }

  private func forEachChunk(_ converter: RowConverter, _ body: (RowConverter.Rows) throws -> Void) throws {
    let stream = RowStream(converter, file: plan.input.path)
    defer { stream.stop() }
    var done = 0
    while let rows = try stream.next() {
      try hooks.checkCancellation()
      try body(rows)
      done += rows.own.rowCount
      hooks.progress(done)
      stream.recycle(rows)
    }
  }

  /// The columns that fill fields of the entity itself.
  private var ownColumns: [(column: Int, field: FieldDeclaration)] {
    plan.mappings.compactMap { mapping in
      guard case .taken(let id, _, _) = mapping.outcome,
        let target = targets.fields.first(where: { $0.field.id == id && !$0.isYearly })
      else { return nil }
      return (mapping.column, target.field)
    }
  }

  /// Whether rows of the file may refer to each other.
  private var refersToItself: Bool {
    let lineage = Set(declarations.lineage(of: targets.entity).members.map(\.fullName))
    return ownColumns.contains { _, field in
      if case .reference(let entity) = field.type { lineage.contains(entity) } else { false }
    }
  }

  /// The rows of the file itself, where they may refer to each other; nil where they cannot. Rows that are not
  /// taken cannot be referred to.
  private func selfReferences(leavingOut rows: Set<Int>) throws -> ReferenceIndex? {
    let columns = ownColumns
    guard refersToItself, targets.entity.key.count == 1, let key = targets.entity.key.first,
      let keyColumn = columns.first(where: { $0.field.id == key })?.column
    else { return nil }
    var index = ReferenceIndex(label: targets.entity.label)
    let named = columns.filter { $0.field.id != key && targets.entity.matchFields.contains($0.field.id) }
    let reader = try plan.input.rows(ofSheet: plan.index)
    var batch = RowBatch()
    let firstData = (plan.headingRows.last ?? 0) + 1
    while try reader.next(into: &batch) {
      for row in HeadRow.rows(of: batch) where row.number >= firstData && !rows.contains(row.number) {
        guard let code = row.cells[keyColumn].map({ CellText.folded($0.text) }), !RowVerdict.isNoData(code)
        else { continue }
        var spellings: [String] = []
        for (column, field) in named {
          guard let text = row.cells[column].map({ CellText.folded($0.text) }) else { continue }
          spellings += field.holdsMany ? StoreLookups.several(text) : [text]
        }
        let name = named.first { $0.field.id == targets.entity.nameField }.flatMap {
          row.cells[$0.column]?.text.trimmed
        }
        index.add(key: code, name: name, spellings: spellings)
      }
    }
    return index
  }
}
