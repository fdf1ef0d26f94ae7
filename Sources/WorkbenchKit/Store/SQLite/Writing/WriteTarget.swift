import KitModel

/// Where rows go: the tables of an entity and of those it extends, and the fields that are given.
struct WriteTarget {
  /// The root first, the entity itself last.
  let lineage: [TableShape]
  /// The fields given, in the order of the cells, with the form of each.
  let fields: [TableShape.ColumnShape]

  var leaf: TableShape { lineage[lineage.count - 1] }
  var entity: EntityDeclaration { leaf.entity }

  /// Throws for a field that the entity has not, one given twice, and a key that is not given in full.
  init(_ entity: String, fields: [String], schema: StoreSchema, needsKey: Bool = true) throws {
    let declared = try schema.table(entity).entity
    lineage = try schema.lineage(of: declared).map { try schema.table($0.fullName) }
    var given: [TableShape.ColumnShape] = []
    for field in fields {
      guard let column = lineage.lazy.compactMap({ $0.column(field) }).first,
        !given.contains(where: { $0.field.id == field })
      else { throw Diagnostic(StoreMessages.unknownField, ["entity": entity, "field": field]) }
      given.append(column)
    }
    self.fields = given
    let missing = declared.key.filter { !fields.contains($0) }
    if needsKey && !missing.isEmpty {
      let labels = missing.map { id in lineage.lazy.compactMap { $0.column(id)?.field.label }.first }
      throw Diagnostic(
        StoreMessages.keyMissing,
        [
          "entity": declared.label.zh, "entityEn": declared.label.en,
          "fields": labels.compactMap(\.?.zh).joined(separator: "、"),
          "fieldsEn": labels.compactMap(\.?.en).joined(separator: ", "),
        ])
    }
  }

  /// The given fields that a table keeps, but for its key.
  func own(of table: TableShape) -> [TableShape.ColumnShape] {
    fields.filter { given in
      !table.key.contains(given.field.id) && table.columns.contains { $0.field.id == given.field.id }
    }
  }

  /// What a field of a table is set to because of the entity that the rows are of: kind = 学校.
  func constant(in table: TableShape) -> (field: String, value: String)? {
    lineage.reversed().lazy.compactMap(\.entity.parentValue).first { value in
      table.column(value.field) != nil && !fields.contains { $0.field.id == value.field }
    }
  }
}
