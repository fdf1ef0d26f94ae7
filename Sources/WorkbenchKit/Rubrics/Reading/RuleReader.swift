import KitModel
import KitWorkspace

/// Reads a rule and checks its numbers against the full marks of its leaf.
struct RuleReader {
  let full: Fraction
  let evaluators: [Evaluator]

  private enum Kind: String, CaseIterable {
    case points, ratio, bands, threshold, threshold_rank, deduction, bonus, veto, evaluators, rank,
      proportion, shares
  }

  private enum Within: String, CaseIterable { case category, all }

  private static let keys = [
    "kind", "steps", "target", "direction", "bands", "else", "ladder", "rest", "within", "each", "floor",
    "cap",
    "grade", "grade_at_most", "score", "use", "self", "verified", "reason_above",
  ]

  func rule(_ node: YAMLNode) -> Rule? {
    guard let map = node.mapping(keys: Self.keys), let kind = map.requiredChoice("kind", Kind.self) else {
      return nil
    }
    let direction = map.choice("direction", Rule.Direction.self) ?? .higher
    switch kind {
    case .points: return .points(steps: steps(map))
    case .ratio: return target(map, direction).map { .ratio(target: $0, direction: direction) }
    case .bands: return bands(map, direction)
    case .threshold:
      guard let target = map.requiredNumber("target"), let otherwise = marks(map, "else") else { return nil }
      return .threshold(target: target, direction: direction, otherwise: otherwise)
    case .threshold_rank:
      guard let target = map.requiredNumber("target"), let ladder = ladder(map) else { return nil }
      return .thresholdElseRank(target: target, direction: direction, ladder: ladder)
    case .deduction:
      guard let each = map.requiredAmount("each"), let floor = map.requiredNumber("floor") else { return nil }
      if floor > full {
        map["floor"]?.fault(DeclarationFaults.marksAboveFull, ["marks": floor.text, "full": full.text])
      }
      return .deduction(each: each, floor: floor)
    case .bonus:
      guard let each = map.requiredAmount("each"), let cap = map.requiredAmount("cap") else { return nil }
      if !full.isZero, cap > full {
        map["cap"]?.fault(DeclarationFaults.marksAboveFull, ["marks": cap.text, "full": full.text])
      }
      return .bonus(each: each, cap: cap)
    case .veto: return veto(map)
    case .evaluators: return shares(map)
    case .rank: return ladder(map).map { .rank($0, direction: direction) }
    case .proportion: return .proportion(direction: direction, withinCategory: within(map))
    case .shares: return selfShares(map)
    }
  }

  private func within(_ map: YAMLMapping) -> Bool { map.choice("within", Within.self) != .all }

  private func steps(_ map: YAMLMapping) -> [Fraction] {
    map.list("steps").compactMap { node in
      guard let step = node.number() else { return nil }
      if step.isNegative || step > full {
        node.fault(DeclarationFaults.stepsOutside, ["step": step.text, "full": full.text])
      }
      return step
    }
  }

  private func target(_ map: YAMLMapping, _ direction: Rule.Direction) -> Fraction? {
    guard let node = map.required("target"), let target = node.number() else { return nil }
    if target.isNegative || (direction == .higher && target.isZero) {
      node.fault(DeclarationFaults.targetNotPositive, ["target": target.text])
    }
    return target
  }

  /// Marks between 0 and full.
  private func marks(_ map: YAMLMapping, _ key: String) -> Fraction? {
    guard let node = map.required(key) else { return nil }
    return marks(node, key)
  }

  private func marks(_ node: YAMLNode, _ key: String) -> Fraction? {
    guard let marks = node.number() else { return nil }
    if marks.isNegative { node.fault(DeclarationFaults.belowZero, ["key": key]) }
    if marks > full {
      node.fault(DeclarationFaults.marksAboveFull, ["marks": marks.text, "full": full.text])
    }
    return marks
  }

  private func bands(_ map: YAMLMapping, _ direction: Rule.Direction) -> Rule? {
    guard let node = map.required("bands"), let nodes = node.list(), let otherwise = marks(map, "else") else {
      return nil
    }
    var bands: [Rule.Band] = []
    for node in nodes {
      guard let own = node.mapping(keys: ["line", "marks"]), let line = own.requiredNumber("line"),
        let marksNode = own.required("marks"), let marks = marks(marksNode, "marks")
      else { continue }
      if let before = bands.last, !direction.isBetter(before.line, than: line) {
        node.fault(DeclarationFaults.bandsUnordered, ["line": line.text, "before": before.line.text])
      }
      bands.append(Rule.Band(line: line, marks: marks))
    }
    return .bands(bands, otherwise: otherwise, direction: direction)
  }

  private func ladder(_ map: YAMLMapping) -> Rule.Ladder? {
    guard let node = map.required("ladder"), let nodes = node.list(), let rest = marks(map, "rest") else {
      return nil
    }
    var steps: [Fraction] = []
    for node in nodes {
      guard let step = marks(node, "ladder") else { continue }
      if let before = steps.last, step > before {
        node.fault(DeclarationFaults.ladderUnordered, ["marks": step.text, "before": before.text])
      }
      steps.append(step)
    }
    if let last = steps.last, rest > last {
      map["rest"]?.fault(DeclarationFaults.ladderUnordered, ["marks": rest.text, "before": last.text])
    }
    return Rule.Ladder(marks: steps, rest: rest, withinCategory: within(map))
  }

  private func veto(_ map: YAMLMapping) -> Rule? {
    if let grade = map.text("grade") { return .veto(.grade(grade)) }
    if let grade = map.text("grade_at_most") { return .veto(.gradeAtMost(grade)) }
    return map.requiredAmount("score").map { .veto(.score($0)) }
  }

  private func known(_ node: YAMLNode) -> Evaluator? {
    guard let id = node.text() else { return nil }
    if let found = evaluators.first(where: { $0.id == id }) { return found }
    node.fault(
      DeclarationFaults.noSuchEvaluator,
      ["name": id, "allowed": evaluators.map(\.id).joined(separator: "、")])
    return nil
  }

  private func shares(_ map: YAMLMapping) -> Rule? {
    guard let node = map.required("use"), let nodes = node.list() else { return nil }
    let shares = nodes.compactMap { node -> Rule.EvaluatorShare? in
      guard let own = node.mapping(keys: ["evaluator", "weight", "otherwise"]),
        let kind = own.required("evaluator").flatMap(known), let weight = own.required("weight")?.share()
      else { return nil }
      let otherwise = own.choice("otherwise", Rule.EvaluatorShare.Otherwise.self)
      if otherwise == nil, own["otherwise"] == nil, kind.least > 1 {
        node.fault(DeclarationFaults.leastWithoutOtherwise, ["evaluator": kind.id])
      }
      return Rule.EvaluatorShare(evaluator: kind.id, weight: weight, otherwise: otherwise ?? .missing)
    }
    guard shares.count == nodes.count else { return nil }
    let sum = shares.reduce(Fraction.zero) { $0 + $1.weight }
    if sum != .one { node.fault(DeclarationFaults.sharesDiffer, ["sum": Self.percent(sum)]) }
    return .evaluators(shares)
  }

  private func selfShares(_ map: YAMLMapping) -> Rule? {
    func part(_ key: String) -> (Evaluator, Fraction)? {
      guard let own = map.required(key)?.mapping(keys: ["evaluator", "weight"]),
        let kind = own.required("evaluator").flatMap(known), let weight = own.required("weight")?.share()
      else { return nil }
      return (kind, weight)
    }
    let (own, verified) = (part("self"), part("verified"))
    guard let own, let verified else { return nil }
    if own.1 + verified.1 != .one {
      map.node.fault(DeclarationFaults.sharesDiffer, ["sum": Self.percent(own.1 + verified.1)])
    }
    return .shares(
      Rule.SelfShares(
        ownEvaluator: own.0.id, verifiedEvaluator: verified.0.id, ownShare: own.1, verifiedShare: verified.1,
        reasonAbove: map.amount("reason_above")))
  }

  /// `95%`; what has no end as a decimal stays a fraction.
  static func percent(_ share: Fraction) -> String { (share * Fraction(100)).text + "%" }
}
