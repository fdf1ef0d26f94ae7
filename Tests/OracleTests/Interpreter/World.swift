import KitLanguage
import KitModel

/// Everything that a text can name: entities with their rows, and variables.
struct World {
  var entities: [EntityDeclaration]
  /// Rows by full name, as entered; the values of `allFields` in order.
  var data: [String: [[Value]]]
  var variables: [NameKey: Variable] = [:]
  var today: CalendarDate
  var calendar = SchoolCalendar()
  var language = UILanguage.zh

  enum Variable {
    case value(Value, DataType)
    case query(Pipeline)
  }

  func entity(named name: String) -> EntityDeclaration? {
    entities.first { $0.fullName == name || $0.names.contains { NameKey($0) == NameKey(name) } }
  }

  /// The fields of an entity, those of the entity that it extends first.
  func allFields(of entity: EntityDeclaration) -> [FieldDeclaration] {
    let parent = entity.extends.flatMap { self.entity(named: $0) }
    return (parent.map { allFields(of: $0) } ?? []) + entity.fields
  }

  /// The entity and those that it extends, nearest first.
  func lineage(of fullName: String) -> [String] {
    guard let entity = entity(named: fullName) else { return [] }
    return [entity.fullName] + (entity.extends.map { lineage(of: $0) } ?? [])
  }

  /// All rows: its own, and those of entities that extend it.
  func rows(of entity: EntityDeclaration) -> [[Value]] {
    let width = allFields(of: entity).count
    let own = data[entity.fullName] ?? []
    let below = entities.filter { $0.extends == entity.fullName }.flatMap {
      rows(of: $0).map { Array($0.prefix(width)) }
    }
    return own + below
  }

  /// The relation of an entity, in its official order.
  func relation(of entity: EntityDeclaration) throws -> Rows {
    let fields = allFields(of: entity)
    let columns = fields.map { field in
      var column = OracleColumn(
        id: field.id, label: field.label, names: field.aliases + field.former, type: field.type)
      column.isKey = entity.key.contains(field.id)
      return column
    }
    let order = entity.order.compactMap { id in fields.firstIndex { $0.id == id } }
    let sorted = try ValueOrder.sorted(
      rows(of: entity), by: { row in order.map { row[$0] } }, descending: order.map { _ in false })
    let keys = fields.indices.filter { columns[$0].isKey }
    return Rows(
      columns: columns,
      rows: try sorted.map { row in
        let key = try keys.map { try Interpreter.stored(row[$0]) }.joined(separator: "\u{1F}")
        return Row(cells: row.map { Cell($0) }, key: key)
      }, entity: entity.fullName,
      bearer: entity.fullName, prefix: Label(zh: entity.label.zh, en: entity.id))
  }

  /// The value of a field in the row that a reference points to; missing if there is none.
  func field(_ index: Int, ofKey key: String, in entity: EntityDeclaration) -> Value {
    guard let keyIndex = allFields(of: entity).firstIndex(where: { $0.id == entity.key.first }) else {
      return .null
    }
    let row = rows(of: entity).first { ValueOrder.identity($0[keyIndex]) == "t" + key }
    return row.map { $0[index] } ?? .null
  }
}
