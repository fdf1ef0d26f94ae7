import KitModel

/// Decides for every column of a heading which field it fills.
struct HeadingMatcher {
  let targets: TargetFields
  /// Field by heading, as the user says now (`--map`); an empty field leaves the column out.
  let said: [String: String]
  /// The same, as confirmed earlier for the same headings.
  let remembered: [String: String]

  /// The decisions, and what is wrong with them as a whole.
  func match(_ columns: [HeadedColumn], at place: (Int) -> Location) -> (
    mappings: [ColumnMapping], faults: [Diagnostic]
  ) {
    var faults = unknownNames(columns, at: place)
    var decisions = columns.map { Decision(column: $0, choice: decide($0)) }
    resolve(&decisions, &faults, at: place)
    let taken = Set(decisions.compactMap(\.target))
    let mappings = decisions.map { mapping($0, taken: taken, among: decisions) }
    return (mappings, faults)
  }

  private struct Decision {
    let column: HeadedColumn
    var choice: Choice
    /// The heading of the column that was preferred.
    var loses: String?

    var target: Int? {
      if case .field(let index, _, _) = choice, loses == nil { index } else { nil }
    }
  }

  private enum Choice {
    case field(Int, ColumnMapping.How, TargetFields.Level)
    case leftOut
    case open
  }

  private func decide(_ column: HeadedColumn) -> Choice {
    let own = targets.match(column)
    for (map, how) in [(said, ColumnMapping.How.said), (remembered, .remembered)] {
      guard let name = entry(for: column, in: map) else { continue }
      if name.isEmpty { return .leftOut }
      // What the heading says by itself needs no memory.
      if let index = targets.named(name), how == .said || index != own?.index {
        return .field(index, how, .exact)
      }
    }
    return own.map { .field($0.index, .name, $0.level) } ?? .open
  }

  /// What a map says of a column: by its heading, its lowest row, or its letters.
  private func entry(for column: HeadedColumn, in map: [String: String]) -> String? {
    if map.isEmpty { return nil }
    let names = [
      column.shown, column.joined, column.parts.last ?? "", HeadedColumn.told(column.shown, column.index),
    ].map { HeadingText.key($0) }
    let letters = Location.columnLetters(column.index + 1)
    for (heading, field) in map {
      if names.contains(HeadingText.key(heading)) || heading == letters { return field }
    }
    return nil
  }

  private func unknownNames(_ columns: [HeadedColumn], at place: (Int) -> Location) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    for (heading, name) in said.sorted(by: { $0.key < $1.key }) {
      if !columns.contains(where: { entry(for: $0, in: [heading: name]) != nil }) && !Self.isLetters(heading)
      {
        faults.append(
          Diagnostic(
            ImportMessages.mapHeadingUnknown,
            listed("headings", columns.map(\.shown)).merging(["heading": heading]) { $1 },
            in: Location(file: place(0).file, sheet: place(0).sheet)))
      }
      if !name.isEmpty && targets.named(name) == nil {
        faults.append(
          Diagnostic(
            ImportMessages.mapFieldUnknown,
            [
              "field": name, "entity": targets.entity.label.zh, "entityEn": targets.entity.label.en,
              "fields": targets.fields.map(\.field.id).joined(separator: ", "),
            ], in: Location(file: place(0).file, sheet: place(0).sheet)))
      }
    }
    return faults
  }

  /// `J`, `AB`: a column without a heading, named by its letters.
  static func isLetters(_ text: String) -> Bool {
    (1...3).contains(text.utf8.count) && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }

  /// Where several columns name one field, the better name wins; equals are a fault, except for references,
  /// where code and name of one row stand side by side and must agree.
  private func resolve(
    _ decisions: inout [Decision], _ faults: inout [Diagnostic], at place: (Int) -> Location
  ) {
    var groups: [Int: [Int]] = [:]
    for (index, decision) in decisions.enumerated() {
      if let target = decision.target { groups[target, default: []].append(index) }
    }
    for (target, members) in groups.sorted(by: { $0.key < $1.key }) where members.count > 1 {
      let field = targets.fields[target].field
      let best = members.compactMap { level(decisions[$0]) }.min()
      let leaders = members.filter { level(decisions[$0]) == best }
      guard let leader = leaders.first else { continue }
      for loser in members where level(decisions[loser]) != best {
        decisions[loser].loses = decisions[leader].column.shown
      }
      if case .reference = field.type { continue }
      for rival in leaders.dropFirst() {
        let (first, second) = (decisions[leader].column, decisions[rival].column)
        faults.append(
          Diagnostic(
            ImportMessages.twoColumns,
            [
              "first": first.shown, "second": second.shown, "field": field.label.zh,
              "fieldEn": field.label.en,
              "firstCell": place(first.index).cell ?? "", "secondCell": place(second.index).cell ?? "",
            ], in: place(second.index)))
      }
    }
  }

  /// What the user says counts before every name.
  private func level(_ decision: Decision) -> Int? {
    guard case .field(_, let how, let level) = decision.choice else { return nil }
    return how == .name ? level.rawValue + 1 : 0
  }

  private func mapping(_ decision: Decision, taken: Set<Int>, among all: [Decision]) -> ColumnMapping {
    let column = decision.column
    func made(_ outcome: ColumnMapping.Outcome) -> ColumnMapping {
      ColumnMapping(column: column.index, heading: column.shown, outcome: outcome)
    }
    switch decision.choice {
    case .leftOut: return made(.leftOut)
    case .field(let index, let how, _):
      let field = targets.fields[index].field
      if let other = decision.loses {
        return made(.second(field: field.id, label: field.label, other: other))
      }
      return made(.taken(field: field.id, label: field.label, how: how))
    case .open:
      let candidates = candidates(for: column, taken: taken)
      return made(candidates.isEmpty ? .unmatched : .unsure(candidates))
    }
  }

  /// Fields not yet filled whose names are near to a heading.
  private func candidates(for column: HeadedColumn, taken: Set<Int>) -> [ColumnMapping.Candidate] {
    var owners: [String: Int] = [:]
    for (index, target) in targets.fields.enumerated() where !taken.contains(index) {
      for name in target.names where owners[name] == nil { owners[name] = index }
    }
    let heading = HeadingText.plain(column.joined) ?? column.joined
    guard heading.count >= 3, !Self.isRunningNumber(heading) else { return [] }
    var seen: Set<Int> = []
    return Nearness.suggestions(for: heading, among: owners.keys.sorted()).compactMap { name in
      guard let index = owners[name], !Self.areOpposites(heading, name), seen.insert(index).inserted else {
        return nil
      }
      let field = targets.fields[index].field
      return ColumnMapping.Candidate(field: field.id, label: field.label, name: name)
    }
  }

  /// 男生数 is near to 女生数, and never meant for it.
  private static func areOpposites(_ left: String, _ right: String) -> Bool {
    [("男", "女"), ("起", "止"), ("始", "终"), ("开始", "结束"), ("上", "下"), ("有", "无"), ("小学", "中学")].contains {
      left.contains($0.0) && right.contains($0.1) || left.contains($0.1) && right.contains($0.0)
    }
  }

  /// Headings that can mean nothing but the running number of the row.
  static func isRowNumber(_ heading: String) -> Bool {
    ["序号", "行号"].contains(HeadingText.key(heading).description)
  }

  /// Headings that every table has and that mean no field.
  static func isRunningNumber(_ heading: String) -> Bool {
    ["序号", "编号", "no", "no.", "行号", "顺序"].contains(HeadingText.key(heading).description)
  }
}
