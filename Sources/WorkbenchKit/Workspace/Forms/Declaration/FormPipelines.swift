import KitFormats
import KitModel

/// What the pipelines of a declared form give.
struct FormPipelines {
  let form: FormDeclaration

  init(_ form: FormDeclaration) { self.form = form }

  func recipients(_ queries: FormQueries) throws -> [FormRecipient] {
    let table = try ask(form.recipients, queries)
    let contact = try form.contact.map { try place($0, in: table) }
    let phone = try form.phone.map { try place($0, in: table) }
    var seen: Set<String> = []
    return table.rows.compactMap { row -> FormRecipient? in
      guard let unit = row.values.first, let key = Self.key(unit), seen.insert(key).inserted else {
        return nil
      }
      func text(_ place: Int?) -> String? {
        guard let place, !row.values[place].isNull else { return nil }
        return ValueFormatter(language: .zh).text(row.values[place], type: table.columns[place].type)
      }
      var name = key
      if case .reference(let reference) = unit { name = reference.name ?? key }
      return FormRecipient(key: key, name: name, contact: text(contact), phone: text(phone))
    }
  }

  func rows(_ queries: FormQueries, _ recipients: [FormRecipient]) throws -> [String: [[String: Value]]] {
    switch form.rows {
    case .one, .free: return [:]
    case .given(let pipeline):
      let table = try ask(pipeline, queries)
      let shown = form.fields.filter(\.isShown)
      let places = try shown.map { field in
        guard let place = table.columns.firstIndex(where: { Self.fits($0, field.declaration) }) else {
          throw Diagnostic(
            FormMessages.columnMissing,
            ["form": form.label.zh, "field": field.declaration.label.zh, "columns": Self.names(table)])
        }
        return place
      }
      var rows: [String: [[String: Value]]] = [:]
      for row in table.rows {
        guard let unit = row.values.first, let key = Self.key(unit) else { continue }
        let values = zip(shown, places).map { ($0.id, Self.fitted(row.values[$1], $0.declaration.type)) }
        rows[key, default: []].append(Dictionary(uniqueKeysWithValues: values))
      }
      return rows
    }
  }

  private func ask(_ pipeline: String, _ queries: FormQueries) throws -> Table {
    try queries.table(pipeline, ["period": .period(queries.period)])
  }

  private func place(_ name: String, in table: Table) throws -> Int {
    let key = NameKey(name)
    if let place = table.columns.firstIndex(where: { column in
      [column.id, column.label.zh, column.label.en].contains { NameKey($0) == key }
    }) {
      return place
    }
    throw Diagnostic(
      FormMessages.columnMissing, ["form": form.label.zh, "field": name, "columns": Self.names(table)])
  }

  private static func names(_ table: Table) -> String { table.columns.map(\.label.zh).joined(separator: "、") }

  private static func fits(_ column: Column, _ field: FieldDeclaration) -> Bool {
    let names = Set(field.names.map { NameKey($0) })
    return [column.id, column.label.zh].contains { names.contains(NameKey($0)) }
  }

  private static func key(_ value: Value) -> String? {
    switch value {
    case .reference(let reference): reference.key
    case .text(let text): text
    default: nil
    }
  }

  /// A value in the type of the field, where it has another form of it.
  static func fitted(_ value: Value, _ type: DataType) -> Value {
    switch (value, type) {
    case (.integer(let number), .decimal(_, let scale)), (.integer(let number), .percent(let scale)):
      ExactDecimal(units: number, scale: 0).rescaled(to: scale).map { .decimal($0) } ?? value
    case (.decimal(let number), .decimal(_, let scale)):
      number.rescaled(to: scale).map { .decimal($0) } ?? value
    case (.reference(let reference), .text): .text(reference.name ?? reference.key)
    case (.text(let text), .reference): .reference(Reference(key: text))
    default: value
    }
  }
}
