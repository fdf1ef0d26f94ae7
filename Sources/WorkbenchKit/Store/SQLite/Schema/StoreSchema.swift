import Crypto
import KitModel

/// The declarations that the store works with, and the tables that keep them.
struct StoreSchema {
  private(set) var entities: [String: EntityDeclaration] = [:]
  private(set) var tables: [String: TableShape] = [:]
  /// The present name of every column ever made, by id.
  private(set) var columnNames: [Int64: String] = [:]

  /// The declarations alone.
  init(_ entities: [EntityDeclaration]) {
    for entity in entities { self.entities[entity.fullName] = entity }
  }

  /// The declarations, and what `_column` says of their tables.
  init(_ entities: [EntityDeclaration], on connection: SQLiteConnection) throws {
    self.init(entities)
    struct Kept {
      var id: Int64
      var field: String
      var name: String
      var form: StoredForm
      var isRetired: Bool
    }
    var kept: [String: [Kept]] = [:]
    try connection.forEach(#"SELECT id, entity, field, name, type, retired FROM "_column" ORDER BY id"#) {
      row in
      let column = Kept(
        id: row.integer(at: 0), field: row.text(at: 2), name: row.text(at: 3),
        form: StoredForm(name: row.text(at: 4)) ?? .text, isRetired: row.integer(at: 5) != 0)
      columnNames[column.id] = column.name
      kept[row.text(at: 1), default: []].append(column)
    }
    for entity in entities {
      let fields = keptFields(of: entity)
      let known = kept[entity.fullName] ?? []
      let columns = known.compactMap { column in
        fields.first { !column.isRetired && $0.id == column.field }.map {
          TableShape.ColumnShape(id: column.id, field: $0, form: column.form)
        }
      }
      tables[entity.fullName] = TableShape(
        entity: entity, columns: columns, physical: known.map(\.name),
        retired: known.filter(\.isRetired).map {
          TableShape.RetiredColumn(id: $0.id, field: $0.field, name: $0.name, form: $0.form)
        })
    }
  }

  /// The fields that the entity's own table keeps: the key, then its own.
  func keptFields(of entity: EntityDeclaration) -> [FieldDeclaration] {
    let inherited = lineage(of: entity).dropLast().flatMap(\.fields)
    let shared = entity.key.compactMap { key in inherited.first { $0.id == key } }
    return shared + entity.fields.filter { own in !shared.contains { $0.id == own.id } }
  }

  /// The entity and those it extends, the root first.
  func lineage(of entity: EntityDeclaration) -> [EntityDeclaration] {
    var line = [entity]
    var seen: Set = [entity.fullName]
    while let parent = line[0].extends.flatMap({ entities[$0] }), seen.insert(parent.fullName).inserted {
      line.insert(parent, at: 0)
    }
    return line
  }

  /// All entities that share the key of `entity`: its root and whatever extends it.
  func family(of entity: EntityDeclaration) -> [EntityDeclaration] {
    let root = lineage(of: entity)[0].fullName
    return entities.values.filter { lineage(of: $0)[0].fullName == root }.sorted {
      $0.fullName < $1.fullName
    }
  }

  /// Fields that refer to rows of the family of `entity`, with the table that keeps each.
  func references(to entity: EntityDeclaration) -> [(table: TableShape, field: FieldDeclaration)] {
    let names = Set(family(of: entity).map(\.fullName))
    return tables.values.sorted { $0.name < $1.name }.flatMap { table in
      table.columns.compactMap { column in
        guard case .reference(let target) = column.field.type, names.contains(target) else { return nil }
        return (table, column.field)
      }
    }
  }

  func table(_ name: String) throws -> TableShape {
    guard let table = tables[name] else {
      throw Diagnostic(StoreMessages.unknownEntity, ["entity": name])
    }
    return table
  }

  /// Changes whenever something changes that the tables depend on, and only then.
  static func fingerprint(_ entities: [EntityDeclaration]) -> String {
    var hasher = SHA256()
    for entity in entities.sorted(by: { $0.fullName < $1.fullName }) {
      let fields = entity.fields.map {
        "\($0.id) \(StoredForm($0.type).name)\($0.isUnique ? " unique" : "")"
      }
      let lines = [entity.fullName, entity.extends ?? "", entity.key.joined(separator: ",")] + fields
      hasher.update(data: Array((lines.joined(separator: "\n") + "\n\n").utf8))
    }
    return hex(hasher.finalize())
  }
}

/// Bytes as lower-case hexadecimal digits.
func hex(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
