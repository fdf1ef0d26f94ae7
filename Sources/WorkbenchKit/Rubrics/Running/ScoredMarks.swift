import KitModel
import KitStore

/// The rows of `mark` that a scoring gives: for each subject one for each indicator of the tree, numbered from 0.
///
/// There are hundreds of thousands of them, so each cell goes straight into the buffer in its stored form, and what is
/// the same for all subjects is made once.
struct ScoredMarks: Sendable {
  private let result: ScoringResult
  private let version: Int64
  private let language: UILanguage
  private let places: Int
  private let nodes: [Node]

  static let fields = [
    "year", "unit", "version", "indicator", "name", "parent", "level", "place", "full", "state", "mark",
    "lost", "exact", "figure", "reason",
  ]

  /// - Parameter places: Decimal places of the columns with marks.
  init(_ result: ScoringResult, version: Int64, language: UILanguage, places: Int) {
    self.result = result
    self.version = version
    self.language = language
    self.places = places
    var made: [Node] = []
    var leaves = 0
    func add(_ indicator: Indicator, _ parent: String, _ level: Int64) {
      let isLeaf = indicator.leaf != nil
      made.append(
        Node(
          indicator, parent: parent, level: level, place: Int64(made.count + 1),
          source: isLeaf ? .leaf(leaves) : .sum(made.count - leaves),
          full: indicator.full.decimal(places: places, result.rubric.rounding.rule)?.units))
      if isLeaf { leaves += 1 }
      for child in indicator.children { add(child, indicator.id, level + 1) }
    }
    for indicator in result.rubric.indicators { add(indicator, "", 1) }
    nodes = made
  }

  /// An indicator with what its rows have in common. A class: a copy would count each of its texts.
  private final class Node: Sendable {
    let indicator: Indicator
    let parent: String
    let level: Int64
    let place: Int64
    let source: Source
    let full: Int64?
    let isVeto: Bool

    /// Its place among the leaves, or among the nodes of each subject.
    enum Source {
      case leaf(Int)
      case sum(Int)
    }

    init(
      _ indicator: Indicator, parent: String, level: Int64, place: Int64, source: Source, full: Int64?
    ) {
      self.indicator = indicator
      self.parent = parent
      self.level = level
      self.place = place
      self.source = source
      self.full = full
      isVeto = indicator.leaf?.rule.isVeto == true
    }
  }

  /// How many subjects there are, and rows of each.
  var subjectCount: Int { result.subjects.count }
  var rowsOfSubject: Int { nodes.count }
  var year: Period { result.rubric.year }

  /// The number of a subject's first row by its key, and what the row of each indicator adds to it.
  var numbers: (subjects: [String: Int], indicators: [String: Int]) {
    (
      Dictionary(
        result.subjects.enumerated().map { ($1.subject.key, $0 * nodes.count) },
        uniquingKeysWith: { first, _ in first }),
      Dictionary(
        nodes.enumerated().map { ($1.indicator.id, $0) }, uniquingKeysWith: { first, _ in first })
    )
  }

  // MARK: Rows

  /// The rows of some subjects but for those in `unchanged`.
  func rows(of subjects: Range<Int>, but unchanged: RowNumbers?) -> RowBuffer {
    var writer = Writer(self, rows: subjects.count * nodes.count)
    for subject in subjects {
      writer.begin(result.subjects[subject].subject.key)
      for number in nodes.indices where unchanged?.contains(subject * nodes.count + number) != true {
        append(number, of: subject, to: &writer)
      }
    }
    return writer.buffer
  }

  /// One row alone.
  func row(_ number: Int) -> RowBuffer {
    let (subject, node) = number.quotientAndRemainder(dividingBy: nodes.count)
    var writer = Writer(self, rows: 1)
    writer.begin(result.subjects[subject].subject.key)
    append(node, of: subject, to: &writer)
    return writer.buffer
  }

  /// A buffer with the texts that stand in many of its rows.
  private struct Writer {
    var buffer: RowBuffer
    let year: RowBuffer.Cell
    var unit: RowBuffer.Cell
    let texts: [(id: RowBuffer.Cell, name: RowBuffer.Cell, parent: RowBuffer.Cell)]
    let mark: RowBuffer.Cell
    let missing: RowBuffer.Cell
    let notApplicable: RowBuffer.Cell
    let refused: RowBuffer.Cell

    init(_ marks: ScoredMarks, rows: Int) {
      var buffer = RowBuffer(width: ScoredMarks.fields.count, rows: rows)
      year = buffer.keep(marks.year.stored)
      unit = year
      texts = marks.nodes.map { node in
        (
          buffer.keep(node.indicator.id), buffer.keep(node.indicator.label.zh), buffer.keep(node.parent)
        )
      }
      mark = buffer.keep(MarkState.mark.rawValue)
      missing = buffer.keep(MarkState.missing.rawValue)
      notApplicable = buffer.keep(MarkState.notApplicable.rawValue)
      refused = buffer.keep(MarkState.refused.rawValue)
      self.buffer = buffer
    }

    func cell(_ state: LeafOutcome.State) -> RowBuffer.Cell {
      switch state {
      case .mark: mark
      case .missing: missing
      case .notApplicable: notApplicable
      case .refused: refused
      }
    }

    mutating func begin(_ key: String) { unit = buffer.keep(key) }
  }

  private func append(_ number: Int, of subject: Int, to writer: inout Writer) {
    let node = nodes[number]
    let found = found(node, subject)
    writer.buffer.append(writer.year)
    writer.buffer.append(writer.unit)
    writer.buffer.append(version)
    writer.buffer.append(writer.texts[number].id)
    writer.buffer.append(writer.texts[number].name)
    writer.buffer.append(writer.texts[number].parent)
    writer.buffer.append(node.level)
    writer.buffer.append(node.place)
    append(node.full, to: &writer)
    writer.buffer.append(writer.cell(found.state))
    append(units(found.mark), to: &writer)
    append(found.mark.flatMap { units(max(.zero, found.attainable - $0)) }, to: &writer)
    writer.buffer.append(text: found.mark?.text ?? "")
    writer.buffer.append(text: found.figure)
    writer.buffer.append(text: found.remarks.isEmpty ? "" : reason(found.remarks))
    writer.buffer.endRow(number: 0)
  }

  private func append(_ number: Int64?, to writer: inout Writer) {
    if let number { writer.buffer.append(number) } else { writer.buffer.appendNull() }
  }

  /// Marks in units of their last place.
  private func units(_ mark: Fraction?) -> Int64? {
    mark?.decimal(places: places, result.rubric.rounding.rule)?.units
  }

  private func reason(_ remarks: [Remark]) -> String {
    remarks.map { $0.text(language) }.joined(separator: "；")
  }

  /// What a row says of a subject.
  private struct Found {
    var state = LeafOutcome.State.mark
    var mark: Fraction?
    var attainable: Fraction
    var figure = ""
    var remarks: [Remark] = []
  }

  private func found(_ node: Node, _ subject: Int) -> Found {
    var found = Found(attainable: node.indicator.full)
    switch node.source {
    case .leaf(let leaf):
      let outcome = result.outcomes[leaf][subject]
      (found.state, found.mark) = (outcome.state, outcome.mark)
      (found.figure, found.remarks) = (outcome.shownFigure, outcome.remarks)
    case .sum(let number):
      let sum = result.subjects[subject].nodes[number]
      found.state = sum.state
      found.mark = sum.state == .notApplicable ? nil : sum.exact
      if result.rubric.notApplicable != .node { found.attainable = sum.attainable }
    }
    if node.isVeto, found.state == .mark {
      let isVetoed = result.subjects[subject].vetoes.contains(node.indicator.id)
      (found.mark, found.figure) = (nil, isVetoed ? "1" : "0")
      found.remarks = result.subjects[subject].remarks.filter { $0.isVeto(of: node.indicator) }
    }
    return found
  }
}

/// A set of row numbers, a bit for each.
struct RowNumbers: Sendable {
  private var words: [UInt64]

  init(count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

  mutating func insert(_ number: Int) { words[number / 64] |= 1 << UInt64(number % 64) }
  func contains(_ number: Int) -> Bool { words[number / 64] & 1 << UInt64(number % 64) != 0 }
}
