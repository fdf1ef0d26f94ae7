import KitModel
import KitWorkspace

/// Reads where a figure comes from, and whether that goes with the rule.
struct MeasureReader {
  let rule: Rule
  let evaluators: [Evaluator]

  private static let keys = [
    "entered", "figure", "ratio", "unit", "pipeline", "value", "numerator", "denominator", "absent",
    "zero_base",
    "event", "marks",
  ]

  private enum ZeroBase: String, CaseIterable { case refuse, notApplicable = "not_applicable" }

  func measure(_ map: YAMLMapping, _ ruleNode: YAMLNode) -> Measure? {
    switch rule {
    case .evaluators, .shares:
      map["measure"]?.fault(DeclarationFaults.wantsNoMeasure, ["rule": rule.name])
      return .marks(evaluator: nil)
    case .veto:
      map["measure"]?.fault(DeclarationFaults.wantsNoMeasure, ["rule": rule.name])
      return .decisions
    default: break
    }
    guard let node = map["measure"] else {
      ruleNode.fault(
        DeclarationFaults.wantsMeasure,
        [
          "rule": rule.name, "help": "如 measure: {entered: 评价主体} 或 measure: {pipeline: …, value: 列}",
          "helpEn": "as measure: {entered: EVALUATOR} or measure: {pipeline: …, value: COLUMN}",
        ])
      return nil
    }
    guard let own = node.mapping(keys: Self.keys) else { return nil }
    if let entered = own["entered"] { return self.entered(own, entered) }
    guard let pipeline = own.required("pipeline")?.pipeline() else { return nil }
    if let event = own["event"] {
      switch rule {
      case .deduction, .bonus: break
      default: event.fault(DeclarationFaults.wantsEvents)
      }
      return event.text().map {
        .events(EventMeasure(pipeline: pipeline, event: $0, marks: own.text("marks")))
      }
    }
    let isRatio = own["numerator"] != nil || own["denominator"] != nil
    guard let value = own.requiredText(isRatio ? "numerator" : "value") else { return nil }
    let base = isRatio ? own.requiredText("denominator") : nil
    if isRatio, base == nil { return nil }
    return .pipeline(
      PipelineMeasure(
        pipeline: pipeline, value: value, base: base,
        absent: own.choice("absent", PipelineMeasure.Absent.self) ?? .missing,
        zeroBaseIsNotApplicable: own.choice("zero_base", ZeroBase.self) == .notApplicable))
  }

  /// Entered on sheets: a mark where the rule is points, else a figure.
  private func entered(_ map: YAMLMapping, _ node: YAMLNode) -> Measure? {
    guard let evaluator = node.text() else { return nil }
    if !evaluators.contains(where: { $0.id == evaluator }) {
      node.fault(
        DeclarationFaults.noSuchEvaluator,
        ["name": evaluator, "allowed": evaluators.map(\.id).joined(separator: "、")])
    }
    if case .points = rule { return .marks(evaluator: evaluator) }
    return .figure(evaluator: evaluator, isRatio: map.boolean("ratio") ?? false, unit: map.text("unit"))
  }
}
