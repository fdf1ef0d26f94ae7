import KitModel
import KitWorkspace

/// What scoring now would change, in what is kept or in a sealed version.
struct Recomputation {
  let assessment: Assessment
  let rubric: Rubric
  let context: any CommandContext

  enum Base {
    case present
    case sealed(Int64)
  }

  /// One mark or total that would be another one.
  struct Change {
    /// Key and name of the unit.
    var unit: Reference
    /// Nil: the total.
    var indicator: String?
    var name: String
    var column: Label
    var before: String
    var now: String
  }

  func difference(from base: Base) throws -> [Change] {
    let input = try InputGatherer(assessment: assessment, rubric: rubric, context: context).input()
    let result = Scorer(rubric: rubric).score(input)
    var changes: [Change] = []
    let totals = try kept("result", base, ["unit", "score", "grade", "rank", "state"])
    let marks = try kept("mark", base, ["unit", "indicator", "mark", "state"])
    var keptTotals: [String: [Value]] = [:]
    for row in totals { if let key = InputGatherer.key(row[0]) { keptTotals[key] = row } }
    var keptMarks: [String: [String: [Value]]] = [:]
    for row in marks {
      if let key = InputGatherer.key(row[0]) {
        keptMarks[key, default: [:]][InputGatherer.text(row[1])] = row
      }
    }
    for (place, subject) in result.subjects.enumerated() {
      let key = subject.subject.key
      let before = keptTotals.removeValue(forKey: key)
      let unit = Reference(
        key: key, name: before.flatMap { if case .reference(let own) = $0[0] { own.name } else { nil } })
      compare(
        unit, nil, "", before.map { Array($0.dropFirst()) },
        [
          shown(subject.total.rounded), subject.grade ?? "", subject.rank.map(String.init) ?? "",
          ResultState(subject.total.state).rawValue,
        ], [CommandWords.scoreColumn, CommandWords.grade, CommandWords.rankColumn, CommandWords.state],
        &changes)
      for (leaf, indicator) in result.leaves.enumerated() where indicator.leaf?.rule.isVeto != true {
        let outcome = result.outcomes[leaf][place]
        compare(
          unit, indicator.id, indicator.label.text(context.language),
          keptMarks[key]?[indicator.id].map { Array($0.dropFirst(2)) },
          [shown(outcome.mark), MarkState(outcome.state).rawValue], [CommandWords.marks, CommandWords.state],
          &changes)
      }
    }
    for (key, row) in keptTotals.sorted(by: { $0.key < $1.key }) {
      var unit = Reference(key: key, name: nil)
      if case .reference(let own) = row[0] { unit = own }
      changes.append(
        Change(
          unit: unit, indicator: nil, name: "", column: CommandWords.scoreColumn,
          before: InputGatherer.text(row[1]),
          now: ""))
    }
    return changes
  }

  private func compare(
    _ unit: Reference, _ indicator: String?, _ name: String, _ before: [Value]?, _ now: [String],
    _ columns: [Label],
    _ changes: inout [Change]
  ) {
    for (place, column) in columns.enumerated() {
      let old = before.map { InputGatherer.text($0[place]) } ?? ""
      if old != now[place] {
        changes.append(
          Change(unit: unit, indicator: indicator, name: name, column: column, before: old, now: now[place]))
      }
    }
  }

  private func shown(_ mark: Fraction?) -> String {
    mark?.decimal(places: assessment.declaration.places, rubric.rounding.rule)?.description ?? ""
  }

  private func kept(_ relation: String, _ base: Base, _ columns: [String]) throws -> [[Value]] {
    var variables: [String: Value] = ["the_year": .period(rubric.year)]
    var text = assessment.quoted(relation) + " | where year == $the_year"
    if case .sealed(let version) = base {
      text =
        assessment.quoted("sealed_" + relation) + " | where year == $the_year and version == $the_version"
      variables["the_version"] = .integer(version)
    }
    let table = try context.query(text + " | select " + columns.joined(separator: ", "), variables: variables)
    return table.rows.map(\.values)
  }
}
