import KitModel

/// Reads the members of `recurring:` in workspace.yaml.
enum RecurringReader {
  private static let keys = [
    "label", "english", "every", "before", "due", "ahead", "since", "script", "with",
  ]

  static func task(_ node: YAMLNode) -> RecurringTask? {
    guard let map = node.mapping(keys: keys), let label = map.requiredLabel(), let cycle = cycle(map) else {
      return nil
    }
    let wanted =
      switch cycle {
      case .each(.month): 31
      case .each(.term): 150
      case .each: 366
      case .days, .before: 1
      }
    guard let due = number(map, "due", from: 1, to: wanted, usually: wanted),
      let ahead = number(map, "ahead", from: 0, to: 366, usually: 14)
    else { return nil }
    return RecurringTask(
      label: label, cycle: cycle, due: due, ahead: ahead, since: date(map["since"]),
      script: map.text("script"),
      parameters: (map["with"]?.openMapping() ?? []).compactMap { key, value in
        guard let name = key.text(), let text = value.text() else { return nil }
        check(text, at: value, cycle)
        return RecurringTask.Parameter(name: name, value: text)
      })
  }

  /// `{period}` needs a period to stand for, and nothing else stands in braces: it would be given to the script as typed.
  private static func check(_ text: String, at node: YAMLNode, _ cycle: RecurringTask.Cycle) {
    let period = RecurringTask.Parameter.period
    for match in text.matches(of: /\{[^{}]*\}/) {
      if match.output != period {
        node.fault(DueMessages.wrongBraces, ["found": String(match.output), "period": period])
      } else if case .each = cycle {
        continue
      } else {
        node.fault(DueMessages.noPeriod, ["period": period])
      }
    }
  }

  private static func cycle(_ map: YAMLMapping) -> RecurringTask.Cycle? {
    if let node = map["before"] {
      if map["every"] != nil { node.fault(DueMessages.bothCycles) }
      return date(node).map { .before($0) }
    }
    guard let node = map.required("every"), let text = node.text() else { return nil }
    let kinds: [String: Period.Kind] = [
      "term": .term, "month": .month, "year": .year, "school_year": .schoolYear,
    ]
    if let kind = kinds[text] { return .each(kind) }
    if let days = Int(text), (1...3660).contains(days) { return .days(days) }
    node.fault(DueMessages.badCycle, ["found": text])
    return nil
  }

  private static func date(_ node: YAMLNode?) -> CalendarDate? {
    guard let node, let text = node.text() else { return nil }
    if let date = CalendarDate(iso: text) { return date }
    node.fault(ConfigurationMessages.badDays, ["found": text])
    return nil
  }

  private static func number(
    _ map: YAMLMapping, _ key: String, from least: Int, to most: Int, usually usual: Int
  )
    -> Int?
  {
    guard let node = map[key] else { return usual }
    guard let number = node.integer() else { return nil }
    if (least...most).contains(number) { return number }
    node.fault(DueMessages.badDue, ["key": key, "least": String(least), "most": String(most)])
    return nil
  }
}
