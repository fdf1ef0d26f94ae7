import KitFormats
import KitModel

/// Lays rows out in a workbook: a column to mark rows that are to go, the rows, and free lines below for new ones.
struct EditSheet {
  let rows: EditRows
  let cells: EditCells
  let language: UILanguage
  let takesNewRows: Bool
  /// Lines for new rows.
  private static let free = 20

  func page(on day: CalendarDate) -> FormPage {
    let entity = rows.entity.label.text(language)
    let guides = [EditWords.guide, takesNewRows ? EditWords.guideRows : EditWords.guideNoRows]
    let mark = FormColumn(
      label: EditWords.markHeading.text(language), type: .choice([EditWords.mark.text(language)]),
      isLocked: false)
    var values = rows.rows.map { row in
      [Value.null] + zip(row.values, rows.columns).map { shown($0, $1) }
    }
    if takesNewRows { values += [[Value]](repeating: [], count: Self.free) }
    let name = entity.filter { !"[]:*?/\\'".contains($0) }
    var page = FormPage(
      name: String(name.isEmpty ? "表" : name.prefix(31)),
      title: EditWords.title.text(language, ["entity": entity]), guide: guides.map { $0.text(language) },
      facts: EditWords.facts.text(language, ["count": String(rows.rows.count), "day": day.iso]),
      columns: [mark] + rows.columns.map(column), rows: values, isVertical: false, language: language)
    page.firstFree = rows.rows.count
    return page
  }

  private func column(_ column: EditColumn) -> FormColumn {
    // Texts that are read again stand in for all that is no figure and no day.
    let type = column.lock == .computed || column.lock == .sensitive ? .text : column.field?.type ?? .text
    var made = FormColumn(
      label: column.heading, type: type, isLocked: !column.isOpen,
      isRequired: column.field?.isRequired ?? false, minimum: column.field?.minimum,
      maximum: column.field?.maximum)
    made.opensBelow = column.lock == .key
    return made
  }

  private func shown(_ value: Value, _ column: EditColumn) -> Value {
    switch column.lock {
    case .sensitive: value.isNull ? .null : .text(Column.mask)
    case .computed: Self.text(value, language)
    default: cells.written(value, in: column)
    }
  }

  private static func text(_ value: Value, _ language: UILanguage) -> Value {
    let text = ValueFormatter(language: language).text(value, type: .text)
    return text.isEmpty ? .null : .text(text)
  }

  func identity(_ page: FormPage, token: String) -> EditIdentity {
    var identity = EditIdentity()
    identity.entity = rows.entity.fullName
    identity.token = token
    identity.sheet = page.name
    identity.headingRow = page.grid.headingRow + 1
    identity.columns = rows.columns.enumerated().map { place, column in
      .init(
        id: column.id, heading: column.heading, place: place + 1, lock: column.lock?.rawValue ?? "",
        shape: column.shape)
    }
    identity.rows = rows.rows.enumerated().map { index, row in
      .init(
        number: page.grid.place(row: index, column: 0).row + 1,
        versions: zip(row.values, rows.columns).map { version($0, $1) })
    }
    identity.names = names()
    return identity
  }

  private func names() -> [Int: [String: String]] {
    var names: [Int: [String: String]] = [:]
    for (place, column) in rows.columns.enumerated() where column.isVersioned {
      guard case .reference? = column.field?.type else { continue }
      for row in rows.rows where !row.values[place].isNull {
        let (key, text) = (EditVersion.of(row.values[place]), cells.text(row.values[place], in: column))
        if key != text { names[place, default: [:]][key] = text }
      }
    }
    return names
  }

  /// What stood there: of a calculation, what its cell reads.
  private func version(_ value: Value, _ column: EditColumn) -> String {
    if column.isVersioned { return EditVersion.of(value) }
    return column.lock == .computed ? EditVersion.of(Self.text(value, language)) : ""
  }
}
