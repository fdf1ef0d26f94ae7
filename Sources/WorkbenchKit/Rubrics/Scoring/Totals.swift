import KitModel

/// Adds the marks of leaves up to nodes and to a total.
///
/// Everything is added twice: as calculated, and with the rounding of the rubric made at its one place, unless that is
/// the total itself.
struct Totals: Sendable {
  let rubric: Rubric
  /// By leaf, in the order of `rubric.leaves`, for each subject.
  let outcomes: [[LeafOutcome]]
  private let tree: [Node]
  private let leaves: [Indicator]

  /// An indicator with the place of its leaf among all leaves.
  private final class Node: Sendable {
    let indicator: Indicator
    let leaf: Int?
    let children: [Node]
    /// What a mark of it becomes in its parent.
    let factor: Fraction
    /// What of the indicator is asked for each subject, and what its full marks become in its parent.
    let isVeto: Bool
    let isExtra: Bool
    let worth: Fraction
    let missing: MissingPolicy?

    init(indicator: Indicator, leaf: Int?, children: [Node], factor: Fraction) {
      self.indicator = indicator
      self.leaf = leaf
      self.children = children
      self.factor = factor
      isVeto = indicator.leaf?.rule.isVeto == true
      isExtra = indicator.isExtra
      worth = indicator.full * factor
      missing = indicator.leaf?.missing
    }
  }

  init(rubric: Rubric, outcomes: [[LeafOutcome]]) {
    self.rubric = rubric
    self.outcomes = outcomes
    leaves = rubric.leaves
    var next = 0
    func node(_ indicator: Indicator, parentFull: Fraction) -> Node {
      let factor =
        indicator.weight.flatMap { weight in (weight * parentFull).divided(by: indicator.full) } ?? .one
      guard indicator.leaf != nil else {
        let children = indicator.children.map { node($0, parentFull: indicator.full) }
        return Node(indicator: indicator, leaf: nil, children: children, factor: factor)
      }
      defer { next += 1 }
      return Node(indicator: indicator, leaf: next, children: [], factor: factor)
    }
    tree = rubric.indicators.map { node($0, parentFull: rubric.full) }
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
    var nodes: [NodeMark] = []
    var sum = Sum()
    for node in tree { add(node, of: subject, isAspect: true, to: &sum, &nodes) }
    let blocking = sum.blocking.map { leaves[$0].id }
    guard blocking.isEmpty else {
      return (SubjectTotal(state: .missing, exact: nil, rounded: nil, blocking: blocking), nodes)
    }
    guard sum.hasMark else {
      return (SubjectTotal(state: .notApplicable, exact: nil, rounded: nil, blocking: []), nodes)
    }
    let (exact, kept) = scaled(sum, full: rubric.full)
    let rounded = rubric.rounding.place == .total ? round(exact) : kept
    return (SubjectTotal(state: .mark, exact: exact, rounded: rounded, blocking: []), nodes)
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

  private func add(
    _ node: Node, of subject: Int, isAspect: Bool, to sum: inout Sum, _ nodes: inout [NodeMark]
  ) {
    if let leaf = node.leaf { return add(leaf: leaf, node, of: subject, isAspect, to: &sum) }
    var own = Sum()
    let place = nodes.count
    nodes.append(
      NodeMark(
        indicator: node.indicator.id, state: .notApplicable, exact: .zero, rounded: .zero, attainable: .zero))
    for child in node.children { add(child, of: subject, isAspect: false, to: &own, &nodes) }
    var (exact, rounded) = (own.base.exact + own.extra.exact, own.base.rounded + own.extra.rounded)
    if rubric.notApplicable == .node { (exact, rounded) = scaled(own, full: node.indicator.full) }
    if isAspect, rubric.rounding.place == .node { rounded = round(exact) }
    nodes[place].exact = exact
    nodes[place].rounded = rounded
    nodes[place].attainable = own.attainable
    nodes[place].state = !own.blocking.isEmpty ? .missing : own.hasMark ? .mark : .notApplicable
    sum.blocking += own.blocking
    sum.full += node.indicator.full * node.factor
    guard own.hasMark else { return }
    sum.hasMark = true
    if rubric.notApplicable == .node {
      sum.base.exact += exact * node.factor
      sum.base.rounded += rounded * node.factor
      sum.attainable += node.indicator.full * node.factor
    } else {
      // The rounding of an aspect belongs to what is scaled later.
      let rounding = rounded - (own.base.rounded + own.extra.rounded)
      sum.base.exact += own.base.exact * node.factor
      sum.base.rounded += (own.base.rounded + rounding) * node.factor
      sum.extra.exact += own.extra.exact * node.factor
      sum.extra.rounded += own.extra.rounded * node.factor
      sum.attainable += own.attainable * node.factor
    }
  }

  private func add(leaf: Int, _ node: Node, of subject: Int, _ isAspect: Bool, to sum: inout Sum) {
    if node.isVeto { return }
    var mark = Fraction.zero
    // Part by part, since a copy of the outcome would count all that it holds.
    switch outcomes[leaf][subject].state {
    case .mark: mark = outcomes[leaf][subject].mark ?? .zero
    case .notApplicable: return note(leaf: node, applies: false, &sum)
    case .refused:
      sum.blocking.append(leaf)
      return note(leaf: node, applies: true, &sum)
    case .missing:
      switch node.missing ?? rubric.missing {
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
    // Where only the total is rounded, a second sum of the same marks would come to nothing new.
    let rounded = rubric.rounding.place == .total ? .zero : isRounded ? round(mark) : mark
    if node.isExtra {
      sum.extra.exact += mark * node.factor
      sum.extra.rounded += rounded * node.factor
    } else {
      sum.base.exact += mark * node.factor
      sum.base.rounded += rounded * node.factor
    }
  }

  private func note(leaf node: Node, applies: Bool, _ sum: inout Sum) {
    sum.full += node.worth
    if applies { sum.attainable += node.worth }
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
