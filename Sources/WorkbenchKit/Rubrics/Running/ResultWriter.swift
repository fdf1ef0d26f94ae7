import KitModel
import KitStore
import KitWorkspace

/// Writes what scoring gave into the relations of the assessment.
struct ResultWriter {
  let assessment: Assessment
  let result: ScoringResult
  let version: Int64
  let language: UILanguage
  let entities: [EntityDeclaration]

  private var rubric: Rubric { result.rubric }
  private var places: Int { assessment.declaration.places }

  static let resultFields = [
    "year", "unit", "version", "category", "score", "exact", "grade", "rank", "category_rank", "state",
    "missing",
    "vetoes", "note",
  ]
  static let markFields = [
    "year", "unit", "version", "indicator", "name", "parent", "level", "place", "full", "state", "mark",
    "lost",
    "exact", "figure", "reason",
  ]

  /// Rows of subjects and indicators that are there already take the new values; nothing is deleted here.
  func write(in change: any ChangeTransaction) throws {
    try write(into: "result", Self.resultFields, change) { writer in
      for subject in result.subjects { try append(subject, to: &writer) }
    }
    try write(into: "mark", Self.markFields, change) { writer in
      let nodes = tree()
      for (place, subject) in result.subjects.enumerated() {
        for node in nodes { try append(node, of: subject, at: place, to: &writer) }
      }
    }
  }

  private func write(
    into id: String, _ fields: [String], _ change: any ChangeTransaction, _ body: (inout Rows) throws -> Void
  ) throws {
    guard let entity = entities.first(where: { $0.fullName == assessment.relation(id) }) else { return }
    let types = fields.map { field in entity.fields.first { $0.id == field }?.type ?? .text }
    var rows = Rows(
      types: types, writer: try change.rowWriter(into: entity, fields: fields, mode: .upsert, source: nil))
    try body(&rows)
    try rows.finish()
  }

  /// Rows on their way, handed over in pieces.
  private struct Rows {
    let types: [DataType]
    let writer: any RowWriter
    var buffer: RowBuffer

    init(types: [DataType], writer: any RowWriter) {
      self.types = types
      self.writer = writer
      buffer = RowBuffer(width: types.count)
    }

    mutating func append(_ values: [Value]) throws {
      for (value, type) in zip(values, types) { try buffer.append(value, as: type) }
      try endRow()
    }

    mutating func append(text: String) {
      var text = text
      text.withUTF8 { buffer.append(text: $0) }
    }

    /// Ends a row whose cells were put into the buffer.
    mutating func endRow() throws {
      buffer.endRow(number: 0)
      if buffer.byteCount > 1 << 18 {
        try writer.append(buffer)
        buffer.removeAll()
      }
    }

    mutating func finish() throws {
      try writer.append(buffer)
      _ = try writer.finish()
    }
  }

  // MARK: Results

  private func append(_ scored: ScoredSubject, to rows: inout Rows) throws {
    let total = scored.total
    let remarks = scored.remarks.map { $0.text(language) }
    try rows.append([
      .period(rubric.year), .text(scored.subject.key), .integer(version), text(scored.subject.category),
      decimal(total.rounded), text(total.exact?.text ?? ""), text(scored.grade ?? ""), integer(scored.rank),
      integer(scored.categoryRank), .text(ResultState(total.state).rawValue),
      text(total.blocking.joined(separator: "、")),
      text(scored.vetoes.joined(separator: "、")), text(remarks.joined(separator: "；")),
    ])
  }

  private func decimal(_ number: Fraction?) -> Value {
    number?.decimal(places: places, rubric.rounding.rule).map(Value.decimal) ?? .null
  }

  private func text(_ text: String) -> Value { text.isEmpty ? .null : .text(text) }
  private func integer(_ number: Int?) -> Value { number.map { .integer(Int64($0)) } ?? .null }

  // MARK: Marks

  private final class Node {
    let indicator: Indicator
    let parent: String?
    let level: Int
    let place: Int
    /// Its place among the leaves.
    let leaf: Int?
    let isVeto: Bool

    init(_ indicator: Indicator, parent: String?, level: Int, place: Int, leaf: Int?) {
      self.indicator = indicator
      self.parent = parent
      self.level = level
      self.place = place
      self.leaf = leaf
      isVeto = indicator.leaf?.rule.isVeto == true
    }
  }

  private func tree() -> [Node] {
    var nodes: [Node] = []
    var leaves = 0
    func add(_ indicator: Indicator, _ parent: String?, _ level: Int) {
      let isLeaf = indicator.leaf != nil
      nodes.append(
        Node(indicator, parent: parent, level: level, place: nodes.count + 1, leaf: isLeaf ? leaves : nil))
      if isLeaf { leaves += 1 }
      for child in indicator.children { add(child, indicator.id, level + 1) }
    }
    for indicator in rubric.indicators { add(indicator, nil, 1) }
    return nodes
  }

  private func append(_ node: Node, of subject: ScoredSubject, at place: Int, to rows: inout Rows) throws {
    let indicator = node.indicator
    var mark: Fraction?
    var state = LeafOutcome.State.mark
    var figure = ""
    var remarks: [Remark] = []
    var attainable = indicator.full
    if let leaf = node.leaf {
      let outcome = result.outcomes[leaf][place]
      (mark, state, figure, remarks) = (
        outcome.mark, outcome.state, outcome.shownFigure, outcome.remarks
      )
    } else if let sum = subject.nodes.first(where: { $0.indicator == indicator.id }) {
      state = sum.state
      mark = sum.state == .notApplicable ? nil : sum.exact
      attainable = rubric.notApplicable == .node ? indicator.full : sum.attainable
    }
    if node.isVeto, state == .mark {
      let isVetoed = subject.vetoes.contains(indicator.id)
      (mark, figure) = (nil, isVetoed ? "1" : "0")
      remarks = subject.remarks.filter { $0.isVeto(of: indicator) }
    }
    let lost: Fraction? = mark.map { max(0, attainable - $0) }
    // Cell by cell: of so many rows no values are made.
    rows.append(text: rubric.year.stored)
    rows.append(text: subject.subject.key)
    rows.buffer.append(version)
    rows.append(text: indicator.id)
    rows.append(text: indicator.label.zh)
    rows.append(text: node.parent ?? "")
    rows.buffer.append(Int64(node.level))
    rows.buffer.append(Int64(node.place))
    append(indicator.full, to: &rows)
    rows.append(text: MarkState(state).rawValue)
    append(mark, to: &rows)
    append(lost, to: &rows)
    rows.append(text: mark?.text ?? "")
    rows.append(text: figure)
    rows.append(text: remarks.isEmpty ? "" : remarks.map { $0.text(language) }.joined(separator: "；"))
    try rows.endRow()
  }

  /// Marks in units of their last place.
  private func append(_ marks: Fraction?, to rows: inout Rows) {
    if let marks = marks?.decimal(places: places, rubric.rounding.rule) {
      rows.buffer.append(marks.units)
    } else {
      rows.buffer.appendNull()
    }
  }
}
