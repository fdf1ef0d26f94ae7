import KitModel
import KitWorkspace

/// Reads grades, lines, quotas and what to do with ties.
struct GradingReader {
  let full: Fraction?

  private enum Within: String, CaseIterable { case category, all }
  private enum PlacesRule: String, CaseIterable { case floor, ceil }

  func grading(_ map: YAMLMapping) -> Grading? {
    guard let node = map["grades"], let nodes = node.list() else {
      map["tie"]?.fault(DeclarationFaults.tieWithoutQuota)
      return nil
    }
    if nodes.isEmpty { node.fault(DeclarationFaults.emptyGrade) }
    var grades: [Grading.Grade] = []
    for (place, node) in nodes.enumerated() {
      guard let grade = grade(node, after: grades, isLast: place == nodes.count - 1) else { continue }
      grades.append(grade)
    }
    let hasQuota = grades.contains { $0.quota != nil }
    if hasQuota, map["tie"] == nil { node.fault(DeclarationFaults.tieMissing) }
    if !hasQuota { map["tie"]?.fault(DeclarationFaults.tieWithoutQuota) }
    return Grading(grades: grades, tie: map["tie"].flatMap(tie))
  }

  private func grade(_ node: YAMLNode, after others: [Grading.Grade], isLast: Bool) -> Grading.Grade? {
    guard let map = node.mapping(keys: ["grade", "line", "share", "of", "places"]),
      let name = map.requiredText("grade")
    else { return nil }
    if others.contains(where: { $0.name == name }) {
      node.fault(DeclarationFaults.gradeTwice, ["name": name])
    }
    let line = map.number("line")
    if let line, let full, line.isNegative || line > full {
      map["line"]?.fault(DeclarationFaults.lineRange, ["line": line.text, "full": full.text])
    }
    if let line, let before = others.last(where: { $0.line != nil })?.line, line >= before {
      map["line"]?.fault(
        DeclarationFaults.linesUnordered, ["name": name, "line": line.text, "before": before.text])
    }
    let quota = map["share"]?.share().map {
      Grading.Quota(
        share: $0, roundsUp: map.choice("places", PlacesRule.self) == .ceil,
        withinCategory: map.choice("of", Within.self) != .all)
    }
    let isOpen = line == nil && quota == nil
    if isLast, !isOpen { node.fault(DeclarationFaults.lastGradeOpen, ["name": name]) }
    if !isLast, isOpen, map["line"] == nil, map["share"] == nil {
      node.fault(DeclarationFaults.gradeNotLast, ["name": name])
    }
    return Grading.Grade(name: name, line: line, quota: quota)
  }

  private func tie(_ node: YAMLNode) -> Grading.Tie? {
    guard node.isMapping else {
      return node.choice("tie", Grading.Final.self).map { $0 == .in ? .in : .out }
    }
    guard let map = node.mapping(keys: ["by", "otherwise"]), map.required("by") != nil,
      let otherwise = map.requiredChoice("otherwise", Grading.Final.self)
    else { return nil }
    return .by(map.texts("by"), otherwise: otherwise)
  }
}
