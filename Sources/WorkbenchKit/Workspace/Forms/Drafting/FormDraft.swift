import KitModel

/// A form drafted from a blank workbook, on its way into YAML: what was guessed is to be looked at by a person.
struct FormDraft {
  var id: String
  var label: String
  var title: String
  var guide: [String]
  var period: Period.Kind
  /// The entity of the units, as a declaration names it, and the pipeline of the recipients.
  var unit: String
  var recipients: String
  var contact: String?
  var phone: String?
  var rows: Rows
  var fields: [Field]

  enum Rows: Equatable {
    /// Each unit fills one record.
    case one
    /// Each unit adds rows.
    case free(Int)
  }

  struct Field: Equatable {
    var id: String
    var label: String
    var english: String?
    var type: DataType
    var isRequired = false
    /// The limits of the workbook.
    var minimum: ExactDecimal?
    var maximum: ExactDecimal?
    /// Where the type comes from.
    var origin: Origin
  }

  enum Origin: Equatable {
    /// A drop-down or a limit of the workbook.
    case rule
    /// Rows that are filled in.
    case sample
    /// A field of the data that is called so.
    case known
    /// The words of its heading.
    case heading
    /// Nothing spoke for another.
    case none
  }

  /// As `forms/ID.yaml`.
  func yaml(of file: String, _ language: UILanguage) -> String {
    var lines = [
      "# " + FormDraftWords.head.text(language, ["file": file]),
      "id: \(id)", "label: \(Self.quoted(label))", "# " + FormDraftWords.period.text(language),
      "period: \(period.rawValue)", "# " + FormDraftWords.unit.text(language), "unit: \(unit)",
      "recipients: \(Self.quoted(recipients))",
    ]
    if let contact { lines.append("contact: \(Self.quoted(contact))") }
    if let phone { lines.append("phone: \(Self.quoted(phone))") }
    lines += ["deadline: 10", "title: \(Self.quoted(title))"]
    if !guide.isEmpty { lines += ["guide:"] + guide.map { "  - " + Self.quoted($0) } }
    lines.append("# " + FormDraftWords.rows.text(language))
    switch rows {
    case .one: lines.append("rows: one")
    case .free(let count): lines.append("rows: {free: \(count)}")
    }
    lines += ["# " + FormDraftWords.fields.text(language), "fields:"]
    lines += fields.map(Self.line)
    lines += ["# " + FormDraftWords.checks.text(language), "# checks:", "#   - {check: \"…\", message: …}"]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(_ field: Field) -> String {
    var parts = ["id: \(field.id)", "label: \(quoted(field.label))"]
    if let english = field.english { parts.append("english: \(quoted(english))") }
    parts.append(type(field.type))
    if field.isRequired { parts.append("required: true") }
    let isWhole = field.type == .integer
    for (key, bound) in [("min", field.minimum), ("max", field.maximum)] {
      if let bound, !isWhole || bound.scale == 0 { parts.append("\(key): \(bound)") }
    }
    return "  - {\(parts.joined(separator: ", "))}"
  }

  private static func type(_ type: DataType) -> String {
    switch type {
    case .choice(let values): "type: choice, choices: [\(values.map(quoted).joined(separator: ", "))]"
    case .integer: "type: integer"
    case .decimal(let precision, let scale): "type: \"decimal(\(precision),\(scale))\""
    case .real: "type: real"
    case .percent, .realPercent: "type: percent"
    case .boolean: "type: boolean"
    case .date: "type: date"
    default: "type: text"
    }
  }

  /// A text as YAML reads it back, whatever is in it.
  static func quoted(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.value >= 0x4E00 && scalar.value <= 0x9FFF
    }
    let words = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
    if isPlain, !text.isEmpty, !words.contains(text.lowercased()) { return text }
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing(
      "\n", with: "\\n"
    )
    .replacing("\t", with: " ")
    return "\"\(escaped)\""
  }
}
