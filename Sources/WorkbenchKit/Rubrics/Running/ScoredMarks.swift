import KitModel
import KitQuery
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

  /// The keys of the subjects and the ids of the indicators, both in the order of the rows.
  var keys: (subjects: [String], indicators: [String]) {
    (result.subjects.map(\.subject.key), nodes.map(\.indicator.id))
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

  /// Single rows, one after another.
  struct Row {
    private let marks: ScoredMarks
    private var writer: Writer
    private let kept: Int

    init(_ marks: ScoredMarks) {
      self.marks = marks
      writer = Writer(marks, rows: 1)
      kept = writer.buffer.byteCount
    }

    /// Goes to the row of an indicator of a subject, both by their places.
    mutating func go(to subject: Int, _ indicator: Int) {
      writer.buffer.removeRows(keeping: kept)
      writer.begin(marks.result.subjects[subject].subject.key)
      marks.append(indicator, of: subject, to: &writer)
    }

    /// Whether a cell of the row holds the stored form of what is in a column of another.
    func holds(_ other: any KeyedRow, _ column: Int, at cell: Int) throws -> Bool {
      try writer.buffer.holds(other, column, at: cell)
    }
  }

  /// A buffer with what stands in many of its rows.
  private struct Writer {
    var buffer: RowBuffer
    private var unit: RowBuffer.Cell
    private let year: RowBuffer.Cell
    /// For each indicator one after another what follows the unit in all of its rows.
    private var heads: [RowBuffer.Cell] = []
    private static let headWidth = 7
    private let mark: RowBuffer.Cell
    private let missing: RowBuffer.Cell
    private let notApplicable: RowBuffer.Cell
    private let refused: RowBuffer.Cell

    init(_ marks: ScoredMarks, rows: Int) {
      var buffer = RowBuffer(width: ScoredMarks.fields.count, rows: rows)
      year = buffer.keep(marks.year.stored)
      unit = year
      for node in marks.nodes {
        heads += [
          .number(marks.version), buffer.keep(node.indicator.id), buffer.keep(node.indicator.label.zh),
          buffer.keep(node.parent), .number(node.level), .number(node.place), .number(node.full),
        ]
      }
      mark = buffer.keep(MarkState.mark.rawValue)
      missing = buffer.keep(MarkState.missing.rawValue)
      notApplicable = buffer.keep(MarkState.notApplicable.rawValue)
      refused = buffer.keep(MarkState.refused.rawValue)
      self.buffer = buffer
    }

    /// Goes on to the next subject.
    mutating func begin(_ key: String) { unit = buffer.keep(key) }

    /// Puts down what is the same for all subjects, but for the unit.
    mutating func beginRow(_ node: Int) {
      buffer.append(year)
      buffer.append(unit)
      buffer.append(heads[node * Self.headWidth..<(node + 1) * Self.headWidth])
    }

    mutating func append(_ state: LeafOutcome.State) {
      switch state {
      case .mark: buffer.append(mark)
      case .missing: buffer.append(missing)
      case .notApplicable: buffer.append(notApplicable)
      case .refused: buffer.append(refused)
      }
    }
  }

  private func append(_ number: Int, of subject: Int, to writer: inout Writer) {
    let node = nodes[number]
    writer.beginRow(number)
    switch node.source {
    case .leaf(let leaf):
      // Part by part, since a copy of the outcome would count all that it holds.
      let state = result.outcomes[leaf][subject].state
      writer.append(state)
      if node.isVeto, state == .mark {
        appendVeto(node, subject, to: &writer.buffer)
      } else {
        append(result.outcomes[leaf][subject].mark, of: node.indicator.full, to: &writer.buffer)
        let figure = result.outcomes[leaf][subject].figure
        let base = result.outcomes[leaf][subject].base
        writer.buffer.append(textBy: { LeafOutcome.append(figure, base: base, to: &$0) })
        append(result.outcomes[leaf][subject].remarks, to: &writer.buffer)
      }
    case .sum(let number):
      let sum = result.subjects[subject].nodes[number]
      writer.append(sum.state)
      let attainable = result.rubric.notApplicable == .node ? node.indicator.full : sum.attainable
      append(sum.state == .notApplicable ? nil : sum.exact, of: attainable, to: &writer.buffer)
      writer.buffer.appendNull()
      writer.buffer.appendNull()
    }
    writer.buffer.endRow(number: 0)
  }

  /// The mark, what is lost and the unrounded mark.
  private func append(_ mark: Fraction?, of attainable: Fraction, to buffer: inout RowBuffer) {
    guard let mark else {
      for _ in 0..<3 { buffer.appendNull() }
      return
    }
    buffer.append(.number(units(mark)))
    buffer.append(.number(units(max(.zero, attainable - mark))))
    buffer.append(textBy: { mark.append(to: &$0) })
  }

  /// A veto has no mark, but whether it holds.
  private func appendVeto(_ node: Node, _ subject: Int, to buffer: inout RowBuffer) {
    let scored = result.subjects[subject]
    for _ in 0..<3 { buffer.appendNull() }
    buffer.append(text: scored.vetoes.contains(node.indicator.id) ? "1" : "0")
    append(scored.remarks.filter { $0.isVeto(of: node.indicator) }, to: &buffer)
  }

  /// Marks in units of their last place.
  private func units(_ mark: Fraction) -> Int64? {
    mark.decimal(places: places, result.rubric.rounding.rule)?.units
  }

  private func append(_ remarks: [Remark], to buffer: inout RowBuffer) {
    if remarks.isEmpty { return buffer.appendNull() }
    buffer.append { bytes in
      for place in remarks.indices {
        if place > 0 { bytes.append(text: "；") }
        remarks[place].append(to: &bytes, language)
      }
    }
  }
}

extension RowBuffer.Cell {
  fileprivate static func number(_ number: Int64?) -> RowBuffer.Cell {
    RowBuffer.Cell(bits: number ?? 0, length: 0, kind: number == nil ? .null : .integer)
  }
}

/// A set of row numbers, a bit for each.
struct RowNumbers: Sendable {
  private var words: [UInt64]

  init(count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

  mutating func insert(_ number: Int) { words[number / 64] |= 1 << UInt64(number % 64) }
  func contains(_ number: Int) -> Bool { words[number / 64] & 1 << UInt64(number % 64) != 0 }
}
