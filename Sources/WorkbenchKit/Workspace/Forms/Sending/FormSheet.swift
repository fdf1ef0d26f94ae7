import KitFormats
import KitModel
import KitStore

/// The sheet of one unit: what it shows, and its identity.
struct FormSheet {
  let page: FormPage
  let identity: FormIdentity

  /// - Parameters:
  ///   - digest: That of the form, which is the same for all sheets.
  ///   - isAnonymous: The unit stands on the sheet and in its name, but not in its identity.
  init(
    of declaration: FormDeclaration, isAnonymous: Bool, digest: String, period: Period,
    recipient: FormRecipient, deadline: CalendarDate?,
    rows: [[String: Value]], language: UILanguage
  ) {
    let fields = declaration.fields
    var facts = (isAnonymous ? FormWords.anonymousSheet : FormWords.unit)
      .text(language, ["name": recipient.name, "period": period.label])
    if let deadline { facts += "　" + FormWords.deadline.text(language, ["date": deadline.iso]) }
    let columns = fields.map { field in
      FormColumn(
        label: field.declaration.label.text(language), type: field.declaration.type, isLocked: field.isShown,
        isRequired: field.declaration.isRequired, minimum: field.declaration.minimum,
        maximum: field.declaration.maximum,
        limit: field.limit.flatMap { limit in fields.firstIndex { $0.id == limit } })
    }
    var values: [[Value]]
    switch declaration.rows {
    case .one: values = [fields.map { _ in Value.null }]
    case .free(let maximum): values = [[Value]](repeating: [], count: maximum)
    case .given: values = rows.map { row in fields.map { row[$0.id] ?? .null } }
    }
    var isVertical = false
    if case .one = declaration.rows { isVertical = true }
    // Rows in memory may come for a single record too: what is shown of it.
    if isVertical, let first = rows.first { values = [fields.map { first[$0.id] ?? .null }] }
    page = FormPage(
      name: Self.tab(declaration.label.text(language)),
      title: declaration.title ?? declaration.label.text(language),
      guide: declaration.guide, facts: facts, columns: columns, rows: values, isVertical: isVertical,
      language: language)
    let locks = Self.locks(page, fields)
    let content =
      ([declaration.fullName, period.stored, recipient.key, digest] + locks.map { $0.cell + $0.text })
    identity = FormIdentity(
      form: declaration.fullName, period: period.stored, unit: isAnonymous ? "" : recipient.key,
      token: String(TextDigest.sha256(content.joined(separator: "\u{1F}")).prefix(20)), digest: digest,
      sheet: page.name, grid: page.grid, locks: locks)
  }

  /// A name that Excel takes for a tab.
  private static func tab(_ label: String) -> String {
    let name = label.filter { !"[]:*?/\\'".contains($0) }
    return String(name.isEmpty ? "表" : name.prefix(31))
  }

  /// Every locked cell with its text.
  private static func locks(_ page: FormPage, _ fields: [FormField]) -> [FormIdentity.Lock] {
    let grid = page.grid
    func cell(_ row: Int, _ column: Int) -> String { Location.columnLetters(column + 1) + String(row + 1) }
    var locks = [FormIdentity.Lock(cell: cell(0, 0), text: page.title)]
    locks += page.guide.enumerated().map { .init(cell: cell($0 + 1, 0), text: $1) }
    locks.append(.init(cell: cell(grid.factsRow, 0), text: page.facts))
    for (index, column) in page.columns.enumerated() {
      let place = grid.place(row: 0, column: index)
      locks.append(
        .init(cell: page.isVertical ? cell(place.row, 0) : cell(grid.headingRow, index), text: column.label))
    }
    let formatter = ValueFormatter(language: page.language)
    for (number, row) in page.rows.enumerated() {
      for (index, field) in fields.enumerated() where field.isShown {
        let value = row.indices.contains(index) ? row[index] : .null
        let place = grid.place(row: number, column: index)
        let type = field.declaration.type
        let text = value.isNull ? "" : type.isNumeric ? value.spelled : formatter.text(value, type: type)
        locks.append(
          .init(
            cell: cell(place.row, place.column), text: text, field: field.id, row: String(number),
            value: Self.written(value)))
      }
    }
    return locks
  }

  /// A value as `DeclaredType.value` reads it.
  static func written(_ value: Value) -> String {
    switch value {
    case .null: ""
    case .boolean(let truth): truth ? "true" : "false"
    case .period(let period): period.stored
    case .date(let date): date.iso
    case .reference(let reference): reference.key
    default: value.spelled
    }
  }
}
