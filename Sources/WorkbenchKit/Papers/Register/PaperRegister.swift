import KitModel
import KitStore
import KitWorkspace

/// The register of papers: an entity that a plugin declares and that only the commands of papers write.
public struct PaperRegister {
  public let entity: EntityDeclaration
  let context: any CommandContext

  public init(_ rules: PaperRules, _ context: any CommandContext) throws {
    guard let name = rules.register,
      let entity = context.workspace?.entities.first(where: { $0.fullName == name })
    else { throw Diagnostic(PaperFaults.noRegister) }
    self.entity = entity
    self.context = context
  }

  /// As it is written in a query.
  var relation: String { quotedRelation(entity.fullName) }

  /// The paper with this number, or number of a draft.
  public func paper(_ name: String, at span: SourceSpan? = nil) throws -> PaperRecord {
    // A number is typed with the brackets that the keyboard has.
    let wanted = name.replacing("[", with: "〔").replacing("]", with: "〕").replacing("（", with: "〔")
      .replacing("）", with: "〕").replacing("【", with: "〔").replacing("】", with: "〕")
    let found = try papers(
      "where draft == $the_name or reference == $the_reference",
      ["the_name": .text(name), "the_reference": .text(wanted)])
    if let paper = found.first { return paper }
    throw Diagnostic(PaperFaults.noSuchPaper, ["paper": name], at: span)
  }

  /// Papers in the order of their drafts.
  public func papers(_ condition: String, _ variables: [String: Value]) throws -> [PaperRecord] {
    let columns = PaperRecord.fields.map { "`\($0)`" }.joined(separator: ", ")
    return try context.query(
      "\(relation) | \(condition) | select \(columns) | sort draft", variables: variables
    ).records.map(PaperRecord.init)
  }

  /// `拟2024-003`: behind the greatest of its year.
  func nextDraft() throws -> String {
    try context.nextNumber(of: relation, field: "draft", prefix: "拟", year: context.asOf.year, width: 3)
  }

  /// The next number of a series in a year: behind the greatest, voided ones included, so that none is left out.
  /// `first` of the rules counts only while the year has no number yet.
  func nextNumber(_ series: PaperSeries, year: Int) throws -> Int {
    let taken = try numbered(series, year)
    let greatest = taken.compactMap { $0.integer("number") }.filter { $0 < PaperSeries.greatest }.max()
    return greatest.map { $0 + 1 } ?? series.first[year] ?? 1
  }

  /// The last day on which a number of the series was taken in a year.
  func lastSigned(_ series: PaperSeries, year: Int) throws -> CalendarDate? {
    try numbered(series, year).compactMap { $0.date("signed_on") }.max()
  }

  private func numbered(_ series: PaperSeries, _ year: Int) throws -> [Record] {
    try context.query(
      "\(relation) | where series == $the_series and year == $the_year | select number, signed_on",
      variables: ["the_series": .text(series.id), "the_year": .integer(Int64(year))]
    ).records
  }

  /// Writes fields of one paper within a change: a new one where its draft is unknown.
  func write(
    _ draft: String, _ values: [(field: String, value: Value)], mode: WriteMode,
    _ change: any ChangeTransaction
  ) throws {
    let all: [(field: String, value: Value)] = [("draft", .text(draft))] + values
    let writer = try change.rowWriter(into: entity, fields: all.map(\.field), mode: mode, source: nil)
    var rows = RowBuffer(width: all.count)
    for value in all {
      try rows.append(value.value, as: entity.fields.first { $0.id == value.field }?.type ?? .text)
    }
    rows.endRow(number: 1)
    try writer.append(rows)
    _ = try writer.finish()
  }
}
