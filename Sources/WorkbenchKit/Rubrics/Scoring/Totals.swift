import KitModel

/// Adds the marks of leaves up to nodes and to a total.
///
/// Everything is added twice: as calculated, and with the rounding of the rubric made at its one place, unless that is
/// the total itself.
struct Totals: Sendable {
  let rubric: Rubric
  /// By leaf, in the order of `rubric.leaves`, for each subject.
  let outcomes: [[LeafOutcome]]
  /// All indicators, each before its children: an array of plain values, since both cores ask it for every mark of every
  /// subject, and counted references would be passed to and fro between them.
  private let nodes: [Node]
  private let leaves: [Indicator]

  private struct Node {
    var id: String
    var full: Fraction
    /// Its place among all leaves; nil: it has children, which follow it.
    var leaf: Int?
    /// Where the nodes below it end.
    var end: Int
    /// What a mark of it becomes in its parent, and what its full marks become.
    var factor: Fraction
    var worth: Fraction
    var isVeto: Bool
    var isExtra: Bool
    var missing: MissingPolicy?
  }

  init(rubric: Rubric, outcomes: [[LeafOutcome]]) {
    self.rubric = rubric
    self.outcomes = outcomes
    leaves = rubric.leaves
    var nodes: [Node] = []
    var next = 0
    func add(_ indicator: Indicator, parentFull: Fraction) {
      let factor =
        indicator.weight.flatMap { weight in (weight * parentFull).divided(by: indicator.full) } ?? .one
      let place = nodes.count
      nodes.append(
        Node(
          id: indicator.id, full: indicator.full, leaf: indicator.leaf == nil ? nil : next, end: place + 1,
          factor: factor, worth: indicator.full * factor, isVeto: indicator.leaf?.rule.isVeto == true,
          isExtra: indicator.isExtra, missing: indicator.leaf?.missing))
      if indicator.leaf != nil {
        next += 1
      } else {
        for child in indicator.children { add(child, parentFull: indicator.full) }
        nodes[place].end = nodes.count
      }
    }
    for indicator in rubric.indicators { add(indicator, parentFull: rubric.full) }
    self.nodes = nodes
  }

  /// What a node comes to for one subject.
  struct NodeMark: Hashable, Sendable {
    var indicator: String
    var state: LeafOutcome.State
    /// As calculated, and as rounded where not only the total is, of its own full marks.
    var exact: Fraction
    var rounded: Fraction
    /// The full marks of what applies.
    var attainable: Fraction
  }

  /// The sum of a node's children or of the aspects.
  private struct Sum {
    /// Marks that are scaled when something does not apply, and marks beyond the full ones that are not.
    var base = Pair()
    var extra = Pair()
    /// Full marks of what applies, and of all.
    var attainable = Fraction.zero
    var full = Fraction.zero
    /// Places of leaves that block the total.
    var blocking: [Int] = []
    var hasMark = false

    struct Pair {
      var exact = Fraction.zero
      var rounded = Fraction.zero
    }
  }

  /// What `total` gives for each subject.
  func all(count: Int) -> [(total: SubjectTotal, nodes: [NodeMark])] {
    let size = 512
    let pieces = Cores.map((count + size - 1) / size, alone: count <= size) { piece in
      (piece * size..<min((piece + 1) * size, count)).map { total(of: $0) }
    }
    return pieces.flatMap { $0 }
  }

  /// The total of one subject and the marks of all nodes that have children.
  func total(of subject: Int) -> (total: SubjectTotal, nodes: [NodeMark]) {
    var marks: [NodeMark] = []
    marks.reserveCapacity(nodes.count - leaves.count)
    var sum = Sum()
    add(0..<nodes.count, of: subject, areAspects: true, to: &sum, &marks)
    let blocking = sum.blocking.map { leaves[$0].id }
    guard blocking.isEmpty else {
      return (SubjectTotal(state: .missing, exact: nil, rounded: nil, blocking: blocking), marks)
    }
    guard sum.hasMark else {
      return (SubjectTotal(state: .notApplicable, exact: nil, rounded: nil, blocking: []), marks)
    }
    let (exact, kept) = scaled(sum, full: rubric.full)
    let rounded = rubric.rounding.place == .total ? round(exact) : kept
    return (SubjectTotal(state: .mark, exact: exact, rounded: rounded, blocking: []), marks)
  }

  private func round(_ value: Fraction) -> Fraction {
    value.rounded(to: rubric.rounding.places, rubric.rounding.rule)
  }

  /// Marks ÷ attainable × full, and what goes beyond the full marks.
  private func scaled(_ sum: Sum, full: Fraction) -> (exact: Fraction, rounded: Fraction) {
    guard sum.attainable != sum.full, let factor = full.divided(by: sum.attainable) else {
      return (sum.base.exact + sum.extra.exact, sum.base.rounded + sum.extra.rounded)
    }
    return (sum.base.exact * factor + sum.extra.exact, sum.base.rounded * factor + sum.extra.rounded)
  }

  /// Adds nodes that stand beside each other, each with all below it.
  private func add(
    _ range: Range<Int>, of subject: Int, areAspects: Bool, to sum: inout Sum, _ marks: inout [NodeMark]
  ) {
    var node = range.lowerBound
    while node < range.upperBound {
      if let leaf = nodes[node].leaf {
        add(leaf: leaf, node, of: subject, areAspects, to: &sum)
      } else {
        add(node, of: subject, isAspect: areAspects, to: &sum, &marks)
      }
      node = nodes[node].end
    }
  }

  private func add(
    _ node: Int, of subject: Int, isAspect: Bool, to sum: inout Sum, _ marks: inout [NodeMark]
  ) {
    var own = Sum()
    let place = marks.count
    marks.append(
      NodeMark(
        indicator: nodes[node].id, state: .notApplicable, exact: .zero, rounded: .zero, attainable: .zero))
    add(node + 1..<nodes[node].end, of: subject, areAspects: false, to: &own, &marks)
    var (exact, rounded) = (own.base.exact + own.extra.exact, own.base.rounded + own.extra.rounded)
    if rubric.notApplicable == .node { (exact, rounded) = scaled(own, full: nodes[node].full) }
    if isAspect, rubric.rounding.place == .node { rounded = round(exact) }
    marks[place].exact = exact
    marks[place].rounded = rounded
    marks[place].attainable = own.attainable
    marks[place].state = !own.blocking.isEmpty ? .missing : own.hasMark ? .mark : .notApplicable
    sum.blocking += own.blocking
    sum.full += nodes[node].worth
    guard own.hasMark else { return }
    sum.hasMark = true
    let factor = nodes[node].factor
    if rubric.notApplicable == .node {
      sum.base.exact += exact * factor
      sum.base.rounded += rounded * factor
      sum.attainable += nodes[node].worth
    } else {
      // The rounding of an aspect belongs to what is scaled later.
      let rounding = rounded - (own.base.rounded + own.extra.rounded)
      sum.base.exact += own.base.exact * factor
      sum.base.rounded += (own.base.rounded + rounding) * factor
      sum.extra.exact += own.extra.exact * factor
      sum.extra.rounded += own.extra.rounded * factor
      sum.attainable += own.attainable * factor
    }
  }

  private func add(leaf: Int, _ node: Int, of subject: Int, _ isAspect: Bool, to sum: inout Sum) {
    if nodes[node].isVeto { return }
    var mark = Fraction.zero
    // Part by part, since a copy of the outcome would count all that it holds.
    switch outcomes[leaf][subject].state {
    case .mark: mark = outcomes[leaf][subject].mark ?? .zero
    case .notApplicable: return note(leaf: node, applies: false, &sum)
    case .refused:
      sum.blocking.append(leaf)
      return note(leaf: node, applies: true, &sum)
    case .missing:
      switch nodes[node].missing ?? rubric.missing {
      case .refuse:
        sum.blocking.append(leaf)
        return note(leaf: node, applies: true, &sum)
      case .zero: mark = .zero
      case .exclude: return note(leaf: node, applies: false, &sum)
      }
    }
    note(leaf: node, applies: true, &sum)
    sum.hasMark = true
    let isRounded = rubric.rounding.place == .leaf || (isAspect && rubric.rounding.place == .node)
    let exact = mark * nodes[node].factor
    // Where only the total is rounded, a second sum of the same marks would come to nothing new.
    let rounded: Fraction =
      rubric.rounding.place == .total ? .zero : isRounded ? round(mark) * nodes[node].factor : exact
    if nodes[node].isExtra {
      sum.extra.exact += exact
      sum.extra.rounded += rounded
    } else {
      sum.base.exact += exact
      sum.base.rounded += rounded
    }
  }

  private func note(leaf node: Int, applies: Bool, _ sum: inout Sum) {
    sum.full += nodes[node].worth
    if applies { sum.attainable += nodes[node].worth }
  }
}

/// The total of one subject, before grades.
public struct SubjectTotal: Hashable, Sendable {
  /// `mark`, `missing` (leaves block it) or `notApplicable` (nothing applies).
  public var state: LeafOutcome.State
  /// As calculated, nothing rounded.
  public var exact: Fraction?
  /// Rounded once, where the rubric says.
  public var rounded: Fraction?
  /// Leaves that are missing or refused and keep it from having a total.
  public var blocking: [String]
}
