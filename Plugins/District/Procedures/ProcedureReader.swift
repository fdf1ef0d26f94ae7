import PluginAPI

/// Reads `procedures.yaml`; all that is wrong with it is told at once, with file and line.
enum ProcedureReader {
  /// - Parameter kinds: The kinds of inspections; each needs a procedure.
  static func read(_ bytes: [UInt8], file: String, kinds: [String]) throws -> Procedures {
    try YAMLReader.read(bytes, file: file) { root in
      guard let map = root.mapping(keys: ["pool", "procedures"]) else { return nil }
      let pool = map.requiredText("pool")
      guard let list = map.required("procedures") else { return nil }
      let nodes = list.list() ?? []
      var found: [Procedure] = []
      var seen: Set<String> = []
      for node in nodes {
        let (kind, procedure) = Self.procedure(node, kinds)
        if let kind, !seen.insert(kind).inserted { node.fault(ProcedureFaults.kindTwice, ["kind": kind]) }
        if let procedure { found.append(procedure) }
      }
      for kind in kinds where !seen.contains(kind) { list.fault(ProcedureFaults.kindMissing, ["kind": kind]) }
      return pool.map { Procedures(pool: $0, found, file: file) }
    }
  }

  /// The kind is known also where the rest cannot be read.
  private static func procedure(_ node: YAMLNode, _ kinds: [String]) -> (kind: String?, procedure: Procedure?)
  {
    guard let map = node.mapping(keys: ["kind", "team", "load", "steps"]) else { return (nil, nil) }
    let kind = map.required("kind").flatMap { known($0, kinds, ProcedureFaults.kindUnknown) }
    let team = map.required("team").flatMap { atLeast(1, $0) }
    let load = map.required("load").flatMap { atLeast(1, $0) }
    let nodes = map.required("steps")?.list() ?? []
    let read = nodes.map { (node: $0, step: step($0)) }
    let placed = read.compactMap { node, step in step.map { (node: node, step: $0) } }
    let steps = placed.map(\.step)
    for (place, (node, step)) in placed.enumerated() {
      let before = steps[..<place].map(\.step)
      if before.contains(step.step) {
        node.fault(ProcedureFaults.stepTwice, step.words)
      } else if let last = before.last, last.place > step.step.place {
        node.fault(
          ProcedureFaults.stepOrder,
          step.words.merging(["before": last.label.zh, "beforeEn": last.label.en]) { $1 })
      }
    }
    if steps.count == nodes.count, steps.last?.step != .archive {
      (map["steps"] ?? node).fault(ProcedureFaults.noArchive)
    }
    guard let kind, let team, let load else { return (kind, nil) }
    return (kind, Procedure(kind: kind, team: team, load: load, steps: steps))
  }

  private static func step(_ node: YAMLNode) -> ProcedureStep? {
    guard let map = node.mapping(keys: ["step", "by", "days", "workdays", "paper", "only"]) else {
      return nil
    }
    let names = InspectionStep.allCases.map(\.rawValue)
    let step = map.required("step").flatMap { known($0, names, ProcedureFaults.stepUnknown) }
    let by = map["by"].flatMap { known($0, ["start", "end"], ProcedureFaults.wordUnknown) }
    let only = map["only"].flatMap { known($0, ["findings"], ProcedureFaults.wordUnknown) }
    let days = map["days"].flatMap { atLeast(0, $0) }
    if by != nil, let node = map["days"] { node.fault(ProcedureFaults.byAndDays) }
    let due: ProcedureStep.Due? =
      if let by { by == "start" ? .start : .end } else {
        days.map { .after(DayCount($0, areWorkdays: map.boolean("workdays") ?? false)) }
      }
    guard let step = step.flatMap(InspectionStep.init) else { return nil }
    return ProcedureStep(step: step, due: due, paper: map.text("paper"), needsFindings: only != nil)
  }

  /// One of the words that are known.
  private static func known(_ node: YAMLNode, _ words: [String], _ message: Message) -> String? {
    guard let text = node.text() else { return nil }
    if words.contains(text) { return text }
    node.fault(message, ["found": text].merging(words.arguments("allowed", limit: words.count)) { $1 })
    return nil
  }

  private static func atLeast(_ least: Int, _ node: YAMLNode) -> Int? {
    guard let number = node.integer() else { return nil }
    if number < least {
      node.fault(ProcedureFaults.numberTooSmall, ["found": "\(number)", "least": "\(least)"])
    }
    return number
  }
}

extension ProcedureStep {
  fileprivate var words: [String: String] { ["step": step.label.zh, "stepEn": step.label.en] }
}
