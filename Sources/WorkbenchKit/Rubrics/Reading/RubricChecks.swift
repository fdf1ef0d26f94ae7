import KitModel
import KitWorkspace

/// Whether a rubric adds up: what no single line of it can tell.
struct RubricChecks {
  let rubric: Rubric
  let map: YAMLMapping

  func check() {
    checkIds()
    checkSums(rubric.indicators, full: rubric.full, id: rubric.label.zh, line: nil)
    checkWeights()
    checkGrades()
    checkReferences()
  }

  private func fault(_ message: Message, _ arguments: [String: String], line: Int?) {
    map.node.fault(message, arguments, line: line)
  }

  private func checkIds() {
    var lines: [String: Int] = [:]
    for indicator in rubric.all {
      if let first = lines[indicator.id] {
        fault(DeclarationFaults.idTwice, ["id": indicator.id, "line": "\(first)"], line: indicator.line)
      } else {
        lines[indicator.id] = indicator.line
      }
    }
  }

  /// Full marks of the children together are those of their parent, or their weights one.
  private func checkSums(_ indicators: [Indicator], full: Fraction, id: String, line: Int?) {
    for indicator in indicators where indicator.leaf == nil && !indicator.children.isEmpty {
      checkSums(indicator.children, full: indicator.full, id: indicator.id, line: indicator.line)
    }
    let weighted = indicators.filter { $0.weight != nil }
    for indicator in weighted where indicator.isExtra {
      fault(DeclarationFaults.weightOnExtra, ["id": indicator.id], line: indicator.line)
    }
    let counted = indicators.filter { !$0.isExtra }
    if weighted.isEmpty {
      let sum = counted.reduce(Fraction.zero) { $0 + $1.full }
      if sum != full {
        fault(DeclarationFaults.fullsDiffer, ["id": id, "full": full.text, "sum": sum.text], line: line)
      }
    } else if weighted.count < counted.count {
      fault(DeclarationFaults.weightsMixed, ["id": id], line: line)
    } else {
      let sum = weighted.reduce(Fraction.zero) { $0 + ($1.weight ?? .zero) }
      if sum != .one {
        fault(DeclarationFaults.weightsDiffer, ["id": id, "sum": RuleReader.percent(sum)], line: line)
      }
    }
  }

  private func checkWeights() {
    guard rubric.rounding.place != .total, rubric.all.contains(where: { $0.weight != nil }) else { return }
    map["round"]?.fault(DeclarationFaults.roundingWithWeights)
  }

  private func checkGrades() {
    for indicator in rubric.leaves {
      guard case .veto(let effect)? = indicator.leaf?.rule else { continue }
      let name: String
      switch effect {
      case .grade(let grade), .gradeAtMost(let grade): name = grade
      case .score: continue
      }
      guard let grading = rubric.grading else {
        fault(DeclarationFaults.gradesMissing, [:], line: indicator.line)
        continue
      }
      if grading.index(of: name) == nil {
        let allowed = grading.grades.map(\.name).joined(separator: "、")
        fault(DeclarationFaults.noSuchGrade, ["name": name, "allowed": allowed], line: indicator.line)
      }
    }
  }

  private func checkReferences() {
    let ids = Set(rubric.all.map(\.id))
    if case .by(let indicators, _)? = rubric.grading?.tie {
      for id in indicators where !ids.contains(id) {
        map["tie"]?.fault(DeclarationFaults.noSuchIndicator, ["id": id])
      }
    }
    for (key, pairs) in map["crosswalk"]?.openMapping() ?? [] where key.text() == "map" {
      for (now, _) in pairs.openMapping() ?? [] {
        if let id = now.text(), !ids.contains(id) { now.fault(DeclarationFaults.noSuchIndicator, ["id": id]) }
      }
    }
    let kinds = Set(rubric.evaluators.map(\.id))
    for evaluator in rubric.evaluators {
      guard let shown = evaluator.shows, !kinds.contains(shown) else { continue }
      map["evaluators"]?.fault(
        DeclarationFaults.noSuchEvaluator,
        ["name": shown, "allowed": rubric.evaluators.map(\.id).joined(separator: "、")])
    }
  }
}
