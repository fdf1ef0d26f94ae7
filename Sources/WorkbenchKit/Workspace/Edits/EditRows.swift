import KitFormats
import KitModel

/// The rows of a pipeline as far as they can be changed: of one entity, with their key, as they are stored.
struct EditRows {
  let entity: EntityDeclaration
  private(set) var columns: [EditColumn] = []
  private(set) var rows: [Row] = []

  struct Row {
    var key: [Value]
    /// One for each column: as it is stored, or as it was calculated.
    var values: [Value]
  }

  /// - Parameters:
  ///   - name: The entity of which each row is one; nil: there is none.
  ///   - span: Where the rows were asked for.
  init(_ table: Table, of name: String?, desk: EditDesk, at span: SourceSpan?) throws {
    guard let name, let entity = desk.workspace.declarations[name] else {
      throw Diagnostic(EditMessages.notRowsOfEntity, at: span)
    }
    self.entity = entity
    let entityName = ["entity": entity.label.zh, "entityEn": entity.label.en]
    if let command = entity.writtenBy {
      throw Diagnostic(
        EditMessages.writtenByCommand,
        entityName.merging(["command": command.zh, "commandEn": command.en]) { $1 }, at: span)
    }
    let fields = desk.fields(of: entity)
    // A key that is not shown cannot tell rows apart in a workbook.
    let missing = entity.key.filter { id in
      !table.columns.contains { $0.id == id && !$0.isSensitive }
    }
    if !missing.isEmpty {
      let labels = missing.compactMap { id in fields.first { $0.id == id }?.label }
      throw Diagnostic(
        EditMessages.keyMissing,
        entityName.merging(listed("columns", labels.map(\.zh))) { $1 }.merging([
          "columnsEn": missing.joined(separator: ", ")
        ]) { $1 }, at: span)
    }
    if table.rows.isEmpty { throw Diagnostic(EditMessages.noRows, at: span) }
    if table.rows.count > EditDesk.limit {
      throw Diagnostic(
        EditMessages.tooManyRows, ["count": String(table.rows.count), "limit": String(EditDesk.limit)],
        at: span)
    }
    try read(table, fields, desk, at: span)
    if !columns.contains(where: \.isOpen) { throw Diagnostic(EditMessages.nothingOpen, entityName, at: span) }
  }

  private mutating func read(
    _ table: Table, _ fields: [FieldDeclaration], _ desk: EditDesk, at span: SourceSpan?
  ) throws {
    let keyPlaces = entity.key.compactMap { id in table.columns.firstIndex { $0.id == id } }
    let keys = table.rows.map { row in keyPlaces.map { row.values[$0] } }
    let known = table.columns.map { column in fields.first { $0.id == column.id } }
    let held = known.compactMap { $0 }
    let stored = try desk.stored(held, of: entity, keys: keys)
    var isField = known.map { $0 != nil }
    for (row, key) in zip(table.rows, keys) {
      // A key that was calculated finds no row.
      guard let values = stored[EditDesk.key(key)] else {
        throw Diagnostic(EditMessages.notRowsOfEntity, at: span)
      }
      var place = 0
      var own = row.values
      for index in known.indices where known[index] != nil {
        // A calculation under a field's name is a calculation all the same.
        if FormSheet.written(values[place]) != FormSheet.written(row.values[index]) { isField[index] = false }
        own[index] = isField[index] ? values[place] : row.values[index]
        place += 1
      }
      rows.append(Row(key: key, values: own))
    }
    let constant = Self.constantField(of: entity, desk)
    for (index, column) in table.columns.enumerated() {
      let field = isField[index] ? known[index] : nil
      let lock = lock(column, isField: field != nil, constant)
      let label = column.label.text(desk.language)
      let isDouble = columns.contains { HeadingText.key($0.heading) == HeadingText.key(label) }
      columns.append(
        EditColumn(
          id: column.id, heading: isDouble ? "\(label) \(column.id)" : label, field: field,
          lock: lock))
    }
  }

  private func lock(_ column: Column, isField: Bool, _ constant: String?) -> EditColumn.Lock? {
    if column.isSensitive { return .sensitive }
    if !isField { return .computed }
    return entity.key.contains(column.id) ? .key : column.id == constant ? .constant : nil
  }

  /// The field that the entity sets by itself: kind = 学校.
  private static func constantField(of entity: EntityDeclaration, _ desk: EditDesk) -> String? {
    desk.workspace.declarations.lineage(of: entity).members.lazy.compactMap(\.parentValue).first?.field
  }

  /// What a new row must have and the workbook does not.
  func missingForNewRows(_ desk: EditDesk) -> [FieldDeclaration] {
    Self.missing(in: columns, of: entity, desk)
  }

  static func missing(in columns: [EditColumn], of entity: EntityDeclaration, _ desk: EditDesk)
    -> [FieldDeclaration]
  {
    let constant = constantField(of: entity, desk)
    return desk.fields(of: entity).filter { field in
      field.isRequired && field.defaultValue == nil && field.id != constant
        && !columns.contains { $0.field?.id == field.id && ($0.isOpen || $0.lock == .key) }
    }
  }
}
