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
    let builder = ShapeBuilder(
      targets: targets, request: request, declarations: declarations, lookups: lookups,
      schoolYear: schoolYear,
      tally: outcome.tally)
    let built = try builder.build(plan, selfReferences: try selfReferences())
    outcome.remarks = built.remarks
    var leftOut: Set<Int> = []
    var found = RowIssues()
    if request.keepsGood {
      // A row that clashes with a later one is known to be bad only at the end: the file is read twice.
      let first = try converter(built)
      try forEachChunk(first) { _ in }
      found = first.issues
      leftOut = first.issues.badRows
      outcome.tally = NormalisationTally()
    }
    let again =
      request.keepsGood
      ? try ShapeBuilder(
        targets: targets, request: request, declarations: declarations, lookups: lookups,
        schoolYear: schoolYear, tally: outcome.tally
      ).build(plan, selfReferences: try selfReferences()) : built
    let converter = try converter(again, leftOut: leftOut)
    try write(converter, again.shape, change, source, &outcome)
    outcome.issues = request.keepsGood ? found : converter.issues
    outcome.remarks += converter.remarks
    return outcome
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
    guard let writer, converter.issues.issueCount == 0 || request.keepsGood else { return }
    outcome.counts.append((targets.entity, try writer.finish()))
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

  /// The rows of the file itself, where they may refer to each other; nil where they cannot.
  private func selfReferences() throws -> ReferenceIndex? {
    let lineage = Set(declarations.lineage(of: targets.entity).members.map(\.fullName))
    let columns = plan.mappings.compactMap { mapping -> (Int, FieldDeclaration)? in
      guard case .taken(let id, _, _) = mapping.outcome,
        let target = targets.fields.first(where: { $0.field.id == id && !$0.isYearly })
      else { return nil }
      return (mapping.column, target.field)
    }
    let refersToItself = columns.contains { _, field in
      if case .reference(let entity) = field.type { lineage.contains(entity) } else { false }
    }
    guard refersToItself, targets.entity.key.count == 1, let key = targets.entity.key.first,
      let keyColumn = columns.first(where: { $0.1.id == key })?.0
    else { return nil }
    var index = ReferenceIndex(label: targets.entity.label)
    let named = columns.filter { $0.1.id != key && targets.entity.matchFields.contains($0.1.id) }
    let reader = try plan.input.rows(ofSheet: plan.index)
    var batch = RowBatch()
    let firstData = (plan.headingRows.last ?? 0) + 1
    while try reader.next(into: &batch) {
      for row in HeadRow.rows(of: batch) where row.number >= firstData {
        guard let code = row.cells[keyColumn].map({ CellText.folded($0.text) }) else { continue }
        var spellings: [String] = []
        for (column, field) in named {
          guard let text = row.cells[column].map({ CellText.folded($0.text) }) else { continue }
          spellings += field.holdsMany ? StoreLookups.several(text) : [text]
        }
        let name = named.first { $0.1.id == targets.entity.nameField }.flatMap {
          row.cells[$0.0]?.text.trimmingBlanks
        }
        index.add(key: code, name: name, spellings: spellings)
      }
    }
    return index
  }
}
