import KitModel

/// A disagreement as somebody who mends it needs it: text, data, both answers.
struct Reproduction: CustomStringConvertible {
  let sample: Sample
  let difference: Difference
  let reference: Outcome
  let product: Outcome

  var description: String {
    """
    seed \(sample.seed): \(difference.rawValue)
      \(sample.text)
    data
    \(data)
    the reference
    \(Self.shown(reference))
    the product
    \(Self.shown(product))
    """
  }

  private var data: String {
    let tables = sample.world.entities.compactMap { entity -> String? in
      guard let rows = sample.world.data[entity.fullName], !rows.isEmpty else { return nil }
      let heading = sample.world.allFields(of: entity).map(\.id).joined(separator: " | ")
      return "  \(entity.fullName): \(heading)\n"
        + rows.map { "    " + Self.line($0) }.joined(separator: "\n")
    }
    let variables = sample.world.variables.compactMap { name, variable -> String? in
      guard case .value(let value, _) = variable else { return nil }
      return "  $\(name) = \(Self.cell(value))"
    }
    return (tables + variables.sorted()).joined(separator: "\n")
  }

  private static func shown(_ outcome: Outcome) -> String {
    switch outcome {
    case .refusal(let reason): return "  refuses: \(reason)"
    case .answer(let answer):
      let heading = answer.columns.map { "\($0.id) \($0.label) \($0.type)" }.joined(separator: " | ")
      return (["  " + heading] + answer.rows.map { "    " + line($0) }).joined(separator: "\n")
    }
  }

  private static func line(_ values: [Value]) -> String { values.map(cell).joined(separator: " | ") }

  private static func cell(_ value: Value) -> String {
    switch value {
    case .null: "∅"
    case .text(let text): "\"\(text)\""
    case .real(let number): "\(number)"
    case .reference(let reference): "→" + reference.key
    default: (try? Interpreter.shown(value)) ?? "?"
    }
  }
}
