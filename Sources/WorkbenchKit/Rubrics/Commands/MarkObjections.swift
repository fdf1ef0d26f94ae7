import KitModel
import KitWorkspace

/// What was objected to the marks of one subject and what became of it, in words: it stands beside the mark for ever,
/// whether the mark was changed or not.
struct MarkObjections {
  private var texts: [String: [String]] = [:]

  init(of unit: String, assessment: Assessment, year: Period, context: any CommandContext) throws {
    guard assessment.declaration.objections != nil else { return }
    let table = try context.query(
      """
      \(Objections(assessment: assessment, context: context).relation) \
      | where area == $the_area and period == $the_year and unit == $the_unit \
      | select indicator, number, submitted_on, reason, state, decided_by, decided_on, decision | sort number
      """,
      variables: [
        "the_area": .text(assessment.plugin), "the_year": .period(year), "the_unit": .text(unit),
      ])
    for row in table.rows {
      let values = row.values.map { $0.isNull ? "" : InputGatherer.text($0) }
      let label = Objections.State(rawValue: values[4])?.label.text(context.language) ?? values[4]
      let words = values[5].isEmpty ? LifeWords.objectionOpen : LifeWords.objectionDecided
      var text = words.text(context.language)
      for (name, value) in [
        ("number", values[1]), ("submitted", values[2]), ("reason", values[3]), ("state", label),
        ("person", values[5]), ("decided", values[6]), ("decision", values[7]),
      ] {
        text = text.replacing("{\(name)}", with: value)
      }
      texts[values[0], default: []].append(text)
    }
  }

  /// All objections to a mark, in the order of their numbers.
  func text(_ indicator: String) -> String? { texts[indicator]?.joined(separator: "；") }
}
