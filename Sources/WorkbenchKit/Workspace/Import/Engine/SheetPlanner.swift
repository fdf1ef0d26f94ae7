import KitFormats
import KitModel

/// Opens the sheets of a file, finds their headings and decides about their columns.
struct SheetPlanner {
  let targets: TargetFields
  let said: [String: String]
  /// What was confirmed earlier for a heading row.
  let remembered: (_ header: [String]) throws -> [String: String]

  /// A sheet with a heading, or nil where none is found.
  ///
  /// - Throws: `Diagnostics` when two columns fill one field, or `--map` names what is not there.
  func plan(_ input: InputFile, sheet index: Int) throws -> SheetPlan? {
    guard let (layout, fields) = try layout(of: input, sheet: index), fields > 0 else { return nil }
    let name = input.sheets[index].name
    func place(_ column: Int) -> Location {
      Location(file: input.name, sheet: name, row: layout.headingRows.last, column: column + 1)
    }
    func plan(_ mappings: [ColumnMapping]) -> SheetPlan {
      SheetPlan(
        file: input.name, sheet: name, mappings: mappings, facts: layout.facts,
        headingRows: layout.headingRows, input: input, index: index)
    }
    let header = plan(
      layout.columns.map { ColumnMapping(column: $0.index, heading: $0.shown, outcome: .unmatched) }
    ).header
    let matcher = HeadingMatcher(targets: targets, said: said, remembered: try remembered(header))
    let (mappings, faults) = matcher.match(layout.columns, at: place)
    if !faults.isEmpty { throw Diagnostics(faults) }
    return plan(try RowNumberColumns(plan: plan(mappings)).told())
  }

  /// The heading of a sheet and how many fields it names.
  func layout(of input: InputFile, sheet index: Int) throws -> (layout: HeadedTable, fields: Int)? {
    let reader = try input.rows(ofSheet: index)
    if let names = reader.columnNames {
      let columns = names.enumerated().map { HeadedColumn(index: $0, parts: [$1]) }
      let fields = Set(columns.compactMap { field($0) }).count
      return (HeadedTable(columns: columns, headingRows: [], facts: []), fields)
    }
    var rows: [HeadRow] = []
    var batch = RowBatch()
    while rows.count < HeaderFinder.reach, try reader.next(into: &batch) {
      rows += HeadRow.rows(of: batch, limit: HeaderFinder.reach)
    }
    let merged = try input.facts(ofSheet: index).mergedRanges
    return HeaderFinder(rows: Array(rows.prefix(HeaderFinder.reach)), merged: merged, field: field).find()
  }

  private func field(_ column: HeadedColumn) -> Int? {
    for (heading, name) in said
    where HeadingText.key(heading) == HeadingText.key(column.shown) && !name.isEmpty {
      return targets.named(name)
    }
    return targets.match(column)?.index
  }
}

/// Chooses the sheets of a file that are imported.
struct SheetChooser {
  let planner: SheetPlanner
  let entity: EntityDeclaration
  /// A name, `*`, or nil for the only one that fits.
  let wanted: String?

  func choose(_ input: InputFile) throws -> (sheets: [SheetPlan], ignored: [IgnoredSheet]) {
    if let wanted, wanted != "*" { return try named(wanted, input) }
    var fitting: [SheetPlan] = []
    var ignored: [IgnoredSheet] = []
    for (index, sheet) in input.sheets.enumerated() {
      func ignore(_ reason: IgnoredSheet.Reason) {
        ignored.append(IgnoredSheet(file: input.name, sheet: sheet.name ?? "", reason: reason))
      }
      if sheet.isHidden {
        ignore(.hidden)
      } else if try !fits(input, index) {
        ignore(.noHeading)
      } else if let plan = try planner.plan(input, sheet: index) {
        fitting.append(plan)
      }
    }
    if fitting.isEmpty { throw noneFits(input) }
    if fitting.count > 1 && wanted == nil { throw severalFit(fitting, input) }
    return (fitting, ignored)
  }

  /// Whether a sheet's heading has the key, or at least the field by which rows are named.
  private func fits(_ input: InputFile, _ index: Int) throws -> Bool {
    if input.sheets.count == 1 { return true }
    guard let (layout, _) = try planner.layout(of: input, sheet: index) else { return false }
    let named = Set(
      layout.columns.compactMap {
        planner.targets.match($0).map { planner.targets.fields[$0.index].field.id }
      })
    // What is not in the sheet may come from --year or a default: one key field and one more are enough.
    return !named.isDisjoint(with: entity.key) && named.count > 1
  }

  private func named(_ name: String, _ input: InputFile) throws -> ([SheetPlan], [IgnoredSheet]) {
    guard let index = input.sheets.firstIndex(where: { $0.name.map { NameKey($0) } == NameKey(name) }) else {
      throw Self.noSheet(name, in: input)
    }
    guard let plan = try planner.plan(input, sheet: index) else { throw noHeading(input, index) }
    // Who names a sheet knows that there are others.
    return ([plan], [])
  }

  static func noSheet(_ name: String, in input: InputFile) -> Diagnostic {
    let names = input.sheets.compactMap(\.name).map { "“\($0)”" }
    return Diagnostic(
      names.isEmpty ? ImportMessages.noSheets : ImportMessages.noSuchSheet,
      listed("sheets", names).merging(["sheet": name]) { $1 }, in: Location(file: input.name))
  }

  private func noneFits(_ input: InputFile) -> Diagnostic {
    if input.sheets.count == 1 { return noHeading(input, 0) }
    return Diagnostic(
      ImportMessages.noFittingSheet,
      arguments(["sheets": input.sheets.compactMap(\.name).joined(separator: "、")]),
      in: Location(file: input.name))
  }

  private func noHeading(_ input: InputFile, _ index: Int) -> Diagnostic {
    Diagnostic(
      ImportMessages.noHeading, arguments(["rows": String(HeaderFinder.reach)]),
      in: Location(file: input.name, sheet: input.sheets[index].name))
  }

  private func arguments(_ more: [String: String]) -> [String: String] {
    [
      "entity": entity.label.zh, "entityEn": entity.label.en, "fields": planner.targets.labels(.zh),
      "fieldsEn": planner.targets.labels(.en),
    ].merging(more) { $1 }
  }

  private func severalFit(_ fitting: [SheetPlan], _ input: InputFile) -> Diagnostic {
    Diagnostic(
      ImportMessages.severalSheets,
      arguments([
        "count": String(fitting.count), "first": fitting.first?.sheet ?? "",
        "sheets": fitting.map { "“\($0.sheet ?? "")”" }.joined(separator: "、"),
      ]), in: Location(file: input.name))
  }
}
