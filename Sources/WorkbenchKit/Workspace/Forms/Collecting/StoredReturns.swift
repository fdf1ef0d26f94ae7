import KitModel
import KitStore

/// The rows of returns that are in the store, and the writing of new ones.
struct StoredReturns {
  let desk: FormDesk
  let form: Form

  typealias Rows = [String: [String: Value]]

  /// What tells the rows of one sheet apart.
  static func key(_ row: FormReturn.Row, _ form: Form) -> String {
    switch form.declaration.rows {
    case .one: ""
    case .free: String(row.index + 1)
    case .given: form.declaration.keys.map { text(row.values[$0.id] ?? .null) }.joined(separator: "\u{1F}")
    }
  }

  static func text(_ value: Value) -> String {
    switch value {
    case .period(let period): period.stored
    case .reference(let reference): reference.key
    case .decimal(let number): number.shortest
    default: value.spelled
    }
  }

  /// The fields that the target has.
  var kept: [FormField] {
    get throws {
      let known = Set(try desk.entity(form.target.entity).fields.map(\.id))
      return form.declaration.fields.filter { known.contains($0.id) }
    }
  }

  /// All rows of a period: by unit (or ordinal), then by key.
  func rows(period: Period, only unit: String? = nil) throws -> [String: Rows] {
    let target = form.target
    guard let owner = target.unit ?? target.ordinal else { return [:] }
    var fields = try kept.map(\.id)
    if let row = target.row { fields.append(row) }
    var (text, variables) = try condition(period)
    if let unit {
      text += " | where `\(owner)` == $u"
      variables["u"] = try ownerValue(unit, in: owner)
    }
    let columns = ([owner] + fields).map { "`\($0)`" }.joined(separator: ", ")
    let table = try desk.context.query(text + " | select " + columns, variables: variables)
    var found: [String: Rows] = [:]
    for row in table.rows {
      var values: [String: Value] = [:]
      for (field, value) in zip(fields, row.values.dropFirst()) { values[field] = value }
      var index = 0
      if let name = target.row, case .integer(let number)? = values[name] { index = Int(number) - 1 }
      let key = Self.key(FormReturn.Row(sheetRow: 0, index: index, values: values), form)
      found[Self.text(row.values[0]), default: [:]][key] = values
    }
    return found
  }

  /// The relation with its constants, and the period.
  private func condition(_ period: Period) throws -> (String, [String: Value]) {
    var text = form.target.entity.split(separator: ".").map { "`\($0)`" }.joined(separator: ".")
    var variables: [String: Value] = [:]
    if let field = form.target.period {
      text += " | where `\(field)` == $p"
      variables["p"] = .period(period)
    }
    for (number, constant) in form.target.constants.sorted(by: { $0.key < $1.key }).enumerated() {
      text += " | where `\(constant.key)` == $c\(number)"
      variables["c\(number)"] = constant.value
    }
    return (text, variables)
  }

  /// What owns the rows of a sheet: the unit, or the number that stands for it.
  func owner(_ item: FormReturn) -> String {
    form.target.unit == nil ? String(item.ordinal ?? 0) : item.identity?.unit ?? ""
  }

  /// What owns rows, as its field keeps it: an ordinal may be kept as a number or as text.
  private func ownerValue(_ owner: String, in field: String) throws -> Value {
    let type = try desk.entity(form.target.entity).fields.first { $0.id == field }?.type ?? .text
    return type == .integer ? Int64(owner).map(Value.integer) ?? .null : .text(owner)
  }

  /// Writes the rows of a sheet; those that were there and are not in it go.
  func write(_ item: FormReturn, period: Period, before: Rows, copy: String) throws {
    let target = form.target
    let entity = try desk.entity(target.entity)
    if !before.isEmpty, target.row != nil {
      var (text, variables) = try condition(period)
      text += " | where `\(target.unit ?? target.ordinal ?? "")` == $u | delete"
      variables["u"] = try ownerValue(owner(item), in: target.unit ?? target.ordinal ?? "")
      try desk.context.change(text, variables: variables)
    }
    var constants: [(String, Value)] = target.constants.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    if let field = target.period { constants.append((field, .period(period))) }
    if let field = target.unit { constants.append((field, .reference(Reference(key: owner(item))))) }
    if let field = target.ordinal { constants.append((field, .integer(Int64(owner(item)) ?? 0))) }
    let known = Dictionary(entity.fields.map { ($0.id, $0.type) }, uniquingKeysWith: { first, _ in first })
    let own = try kept
    var fields = constants.map(\.0) + own.map(\.id)
    if let row = target.row { fields.append(row) }
    try desk.context.changing { change in
      let source = try change.addSource(source(item, copy), into: entity)
      // Where no row is there, none has to be compared in the store.
      let mode: WriteMode = before.isEmpty && isWholeKey(of: entity) ? .insert : .upsert
      let writer = try change.rowWriter(into: entity, fields: fields, mode: mode, source: source)
      var buffer = RowBuffer(width: fields.count)
      for row in item.rows {
        for (field, value) in constants {
          try buffer.append(Self.fitted(value, known[field] ?? .text), as: known[field] ?? .text)
        }
        for field in own { try buffer.append(row.values[field.id] ?? .null, as: known[field.id] ?? .text) }
        if target.row != nil { buffer.append(Int64(row.index + 1)) }
        buffer.endRow(number: row.sheetRow)
      }
      try writer.append(buffer)
      _ = try writer.finish()
    }
  }

  /// Whether rows with the key of a sheet's row are always among those that `rows` finds for its owner.
  private func isWholeKey(of entity: EntityDeclaration) -> Bool {
    guard let owner = form.target.unit ?? form.target.ordinal else { return false }
    let told = [owner] + [form.target.period].compactMap { $0 } + form.target.constants.keys
    return told.allSatisfy(entity.key.contains)
  }

  /// A key or an ordinal as the field keeps it: as it is, or as text.
  private static func fitted(_ value: Value, _ type: DataType) -> Value {
    guard type == .text else { return value }
    switch value {
    case .reference(let reference): return .text(reference.key)
    case .integer(let number): return .text(String(number))
    default: return value
    }
  }

  /// Where the rows came from: `explain` goes by the heading of each field.
  private func source(_ item: FormReturn, _ copy: String) -> SourceRecord {
    let fields = form.declaration.fields
    let header = fields.map(\.declaration.label.zh)
    var mapping = Dictionary(zip(header, fields.map(\.id)), uniquingKeysWith: { first, _ in first })
    if item.identity?.grid.isVertical == true { mapping[SourceRecord.recordColumn] = "2" }
    let leaf = copy.split(separator: "/").last.map(String.init) ?? copy
    return SourceRecord(
      file: leaf, sha256: item.sha256, copy: copy, sheet: item.identity?.sheet, header: header,
      mapping: mapping)
  }
}
