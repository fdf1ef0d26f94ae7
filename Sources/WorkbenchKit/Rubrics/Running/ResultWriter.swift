import KitModel
import KitStore
import KitWorkspace

/// Writes what scoring gave into the relations of the assessment.
struct ResultWriter {
  let assessment: Assessment
  let result: ScoringResult
  let version: Int64
  let entities: [EntityDeclaration]
  let context: any CommandContext

  private var rubric: Rubric { result.rubric }
  private var language: UILanguage { context.language }
  private var places: Int { assessment.declaration.places }

  static let resultFields = [
    "year", "unit", "version", "category", "score", "exact", "grade", "rank", "category_rank", "state",
    "missing",
    "vetoes", "note",
  ]

  /// Rows of marks that are handed over together, about.
  private static let pieceSize = 2048

  /// Rows of subjects and indicators that are there already take the new values; nothing is deleted here.
  func write(in change: any ChangeTransaction) throws {
    try write(into: "result", Self.resultFields, .upsert, change) { types, writer in
      var buffer = RowBuffer(width: types.count)
      for subject in result.subjects {
        for (value, type) in zip(values(of: subject), types) { try buffer.append(value, as: type) }
        buffer.endRow(number: 0)
      }
      try writer.append(buffer)
    }
    let marks = ScoredMarks(result, version: version, language: language, places: places)
    let unchanged = try KeptMarks(assessment: assessment, context: context).unchanged(marks)
    // What is new altogether needs no comparing in the store.
    try write(into: "mark", ScoredMarks.fields, unchanged == nil ? .insert : .upsert, change) { _, writer in
      // The next rows are made while the store takes the last ones in.
      let size = max(1, Self.pieceSize / max(1, marks.rowsOfSubject))
      let count = marks.subjectCount
      try Ahead.forEach(
        (count + size - 1) / size,
        make: { piece in marks.rows(of: piece * size..<min((piece + 1) * size, count), but: unchanged) },
        writer.append)
    }
  }

  private func write(
    into id: String, _ fields: [String], _ mode: WriteMode, _ change: any ChangeTransaction,
    _ body: ([DataType], any RowWriter) throws -> Void
  ) throws {
    guard let entity = entities.first(where: { $0.fullName == assessment.relation(id) }) else { return }
    let types = fields.map { field in entity.fields.first { $0.id == field }?.type ?? .text }
    let writer = try change.rowWriter(into: entity, fields: fields, mode: mode, source: nil)
    try body(types, writer)
    _ = try writer.finish()
  }

  private func values(of scored: ScoredSubject) -> [Value] {
    let total = scored.total
    let remarks = scored.remarks.map { $0.text(language) }
    return [
      .period(rubric.year), .text(scored.subject.key), .integer(version), text(scored.subject.category),
      decimal(total.rounded), text(total.exact?.text ?? ""), text(scored.grade ?? ""), integer(scored.rank),
      integer(scored.categoryRank), .text(ResultState(total.state).rawValue),
      text(total.blocking.joined(separator: "、")),
      text(scored.vetoes.joined(separator: "、")), text(remarks.joined(separator: "；")),
    ]
  }

  private func decimal(_ number: Fraction?) -> Value {
    number?.decimal(places: places, rubric.rounding.rule).map(Value.decimal) ?? .null
  }

  private func text(_ text: String) -> Value { text.isEmpty ? .null : .text(text) }
  private func integer(_ number: Int?) -> Value { number.map { .integer(Int64($0)) } ?? .null }
}
