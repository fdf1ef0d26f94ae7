import KitModel
import KitWorkspace

/// Makes the tree of indicators.
struct IndicatorReader {
  let evaluators: [Evaluator]

  /// Levels below which nobody finds anything.
  static let depthLimit = 8

  private static let keys = [
    "id", "label", "english", "meaning", "full", "weight", "children", "measure", "rule", "applies",
    "missing",
    "approximate", "standard",
  ]

  func indicators(_ map: YAMLMapping) -> [Indicator] {
    guard let node = map.required("indicators") else { return [] }
    let nodes = node.list() ?? []
    if nodes.isEmpty { node.fault(DeclarationFaults.noIndicators) }
    return nodes.compactMap { indicator($0, depth: 1) }
  }

  private func indicator(_ node: YAMLNode, depth: Int) -> Indicator? {
    if depth > Self.depthLimit {
      node.fault(DeclarationFaults.tooDeep, ["limit": "\(Self.depthLimit)"])
      return nil
    }
    guard let map = node.mapping(keys: Self.keys), let idNode = map.required("id"), let id = idNode.text(),
      let label = map.requiredLabel()
    else { return nil }
    if !Self.isId(id) { idNode.fault(DeclarationFaults.badId, ["id": id]) }
    let children = map.list("children").compactMap { indicator($0, depth: depth + 1) }
    let weight = map["weight"]?.share()
    let full = map.amount("full") ?? implied(children, weight)
    if full == nil, map["full"] == nil { node.fault(DeclarationFaults.fullMissing, ["id": id]) }
    let leaf = leaf(map, id: id, full: full ?? .zero, hasChildren: !children.isEmpty)
    if leaf == nil, children.isEmpty, map["rule"] == nil, map["children"] == nil {
      node.fault(DeclarationFaults.nothingMeasured, ["id": id])
    }
    return Indicator(
      id: id, label: label, meaning: map.label("meaning"), full: full ?? .zero, weight: weight,
      children: children, leaf: leaf, line: node.place.line)
  }

  /// Of a node its parts together; where its children or it itself are weighted, one hundred.
  private func implied(_ children: [Indicator], _ weight: Fraction?) -> Fraction? {
    if children.contains(where: { $0.weight != nil }) { return Fraction(100) }
    if !children.isEmpty { return children.reduce(.zero) { $0 + $1.full } }
    return weight == nil ? nil : Fraction(100)
  }

  private func leaf(_ map: YAMLMapping, id: String, full: Fraction, hasChildren: Bool) -> Indicator.Leaf? {
    guard let ruleNode = map["rule"] else { return nil }
    if hasChildren {
      ruleNode.fault(DeclarationFaults.childrenAndRule, ["id": id])
      return nil
    }
    let applies = map["applies"]?.condition()
    guard let rule = RuleReader(full: full, evaluators: evaluators).rule(ruleNode) else { return nil }
    let measure = MeasureReader(rule: rule, evaluators: evaluators).measure(map, ruleNode)
    if full.isZero, rule.needsFull {
      ruleNode.fault(DeclarationFaults.zeroExtra, ["id": id, "rule": rule.name])
    }
    guard let measure else { return nil }
    return Indicator.Leaf(
      measure: measure, rule: rule, applies: applies,
      missing: map.choice("missing", MissingPolicy.self), isApproximate: map.boolean("approximate") ?? false,
      standard: map.text("standard"))
  }

  /// Letters and digits with dots and dashes between them.
  static func isId(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, text.utf8.count <= 40,
      first.properties.isAlphabetic || first.properties.numericType != nil
    else { return false }
    return text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || ".-_".unicodeScalars.contains($0)
    }
  }
}

extension Rule {
  /// Without full marks it would give none.
  var needsFull: Bool {
    switch self {
    case .deduction, .bonus, .veto: false
    default: true
    }
  }
}
