import PluginAPI

/// Reads `rules.yaml`.
enum RulesReader {
  static func read(_ bytes: [UInt8], file: String) throws -> RectificationRules {
    try YAMLReader.read(bytes, file: file) { root in
      guard
        let map = root.mapping(keys: ["dispositions", "reminders", "accountability", "limits", "forms"])
      else { return nil }
      var rules = RectificationRules()
      rules.dispositions = map.list("dispositions").compactMap(disposition)
      rules.reminders = map.list("reminders").compactMap(reminder)
      for (key, value) in map["forms"]?.openMapping() ?? [] {
        guard let side = word(key, among: ["问责", "激励"]) else { continue }
        rules.forms[side] = value.texts() ?? []
      }
      rules.proposals = map.list("accountability").compactMap { proposal($0, rules) }
      if let limits = map.mapping("limits", keys: ["review", "review_answer", "appeal", "appeal_answer"]) {
        rules.limits = .init(
          review: days(limits, "review") ?? 30, reviewAnswer: days(limits, "review_answer") ?? 30,
          appeal: days(limits, "appeal") ?? 15, appealAnswer: days(limits, "appeal_answer") ?? 60)
      }
      unique(rules.reminders.map(\.id), map, "reminders")
      unique(rules.proposals.map(\.id), map, "accountability")
      return rules
    }
  }

  private static func unique(_ ids: [String], _ map: YAMLMapping, _ key: String) {
    let nodes = map.list(key)
    for (place, id) in ids.enumerated() where ids.firstIndex(of: id) != place {
      (place < nodes.count ? nodes[place] : map.node).fault(RectifyFaults.ruleTwice, ["id": id])
    }
  }

  private static func disposition(_ node: YAMLNode) -> RectificationRules.Disposition? {
    guard let map = node.mapping(keys: ["is", "paper", "days", "workdays", "severity"]),
      let name = map.required("is").flatMap({ word($0, among: Disposition.allCases.map(\.rawValue)) })
    else { return nil }
    return .init(
      name: name, paper: map.text("paper"),
      count: DayCount(days(map, "days") ?? 30, areWorkdays: map.boolean("workdays") ?? false),
      severities: (map["severity"]?.list() ?? []).compactMap { word($0, among: ["一般", "较重", "严重"]) })
  }

  private static func reminder(_ node: YAMLNode) -> RectificationRules.Reminder? {
    guard let map = node.mapping(keys: ["id", "what", "days"]), let id = map.requiredText("id"),
      let what = map.required("what").flatMap({ word($0, among: ["提醒", "督办"]) }),
      let days = map.required("days")?.integer()
    else { return nil }
    return .init(id: id, what: what, days: days)
  }

  private static func proposal(_ node: YAMLNode, _ rules: RectificationRules)
    -> RectificationRules.Proposal?
  {
    guard let map = node.mapping(keys: ["id", "form", "ground", "rows"]), let id = map.requiredText("id"),
      let form = map.required("form").flatMap({ self.form($0, among: rules.forms["问责"] ?? []) }),
      let ground = map.requiredText("ground"), let rows = map.requiredText("rows")
    else { return nil }
    return .init(id: id, form: form, ground: ground, rows: rows)
  }

  private static func form(_ node: YAMLNode, among forms: [String]) -> String? {
    guard forms.isEmpty else { return word(node, among: forms) }
    node.fault(RectifyFaults.ruleWithoutForms, ["found": node.text() ?? ""])
    return nil
  }

  private static func days(_ map: YAMLMapping, _ key: String) -> Int? {
    guard let node = map[key], let days = node.integer() else { return nil }
    if (1...3650).contains(days) { return days }
    node.fault(RectifyFaults.ruleDays, ["found": "\(days)"])
    return nil
  }

  private static func word(_ node: YAMLNode, among words: [String]) -> String? {
    guard let text = node.text() else { return nil }
    if words.contains(text) { return text }
    node.fault(
      RectifyFaults.ruleWord,
      ["found": text, "allowed": words.joined(separator: "、"), "allowedEn": words.joined(separator: ", ")])
    return nil
  }
}
