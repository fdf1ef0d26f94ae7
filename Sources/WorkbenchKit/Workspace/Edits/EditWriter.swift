import KitModel
import KitStore

/// Writes what was agreed to: all of it in one change of the journal, with the workbook kept as its source.
struct EditWriter {
  let desk: EditDesk
  let reader: EditReader
  let path: String
  let name: String
  let sha256: String

  /// - Returns: The number of the change; nil in a dry run.
  func run(_ plan: EditPlan) throws -> Int64? {
    let context = desk.context
    try desk.workspace.store.access.requireWritable()
    // Somebody may have written while the question was open.
    guard try reader.plan().signature == plan.signature else {
      throw Diagnostic(EditMessages.changedMeanwhile, ["file": name])
    }
    let folder = desk.workspace.folder
    let label = "\(EditWords.fileName.text(.zh))-\(reader.entity.label.zh)"
    let copy = try KeptReturn.copy(
      path, sha256: sha256, to: "data/收件/" + FormNames.clean(label),
      as: path.split(separator: "/").last.map(String.init) ?? path, in: folder, isDryRun: context.isDryRun)
    let written = reader.written
    return try context.changing { change in
      let source = try change.addSource(source(copy), into: reader.entity)
      try write(plan.rows, written, .update, source, change)
      try write(plan.additions, written, .insert, source, change)
      for removal in plan.removals { try remove(removal.key) }
    }.change?.id
  }

  private func write(
    _ rows: [EditPlan.Row], _ fields: [FieldDeclaration], _ mode: WriteMode, _ source: Int64,
    _ change: any ChangeTransaction
  ) throws {
    guard !rows.isEmpty else { return }
    // A new row gets what its entity gives to fields that were not asked for.
    let defaults =
      mode.isInsert
      ? desk.fields(of: reader.entity).filter { field in
        field.defaultValue != nil && field.isRequired && !fields.contains { $0.id == field.id }
      } : []
    let all = fields + defaults
    let writer = try change.rowWriter(into: reader.entity, fields: all.map(\.id), mode: mode, source: source)
    var buffer = RowBuffer(width: all.count)
    for row in rows {
      for (field, value) in zip(fields, row.values) { try buffer.append(value, as: field.type) }
      for field in defaults { try buffer.append(field.defaultValue ?? .null, as: field.type) }
      buffer.endRow(number: row.line)
    }
    try writer.append(buffer)
    _ = try writer.finish()
  }

  private func remove(_ key: [Value]) throws {
    let conditions = reader.entity.key.indices.map { "`\(reader.entity.key[$0])` == $k\($0)" }
    try desk.context.change(
      "\(EditDesk.path(reader.entity)) | where \(conditions.joined(separator: " and ")) | delete",
      variables: Dictionary(uniqueKeysWithValues: key.enumerated().map { ("k\($0)", $1) }))
  }

  /// Where the rows came from: `explain` goes by the heading of each field.
  private func source(_ copy: String) -> SourceRecord {
    var header: [String] = []
    var mapping: [String: String] = [:]
    for (column, place) in zip(reader.columns, reader.back.places) {
      guard let place, let field = column.field, column.isOpen || column.lock == .key else { continue }
      while header.count <= place { header.append("") }
      header[place] = column.heading
      mapping[column.heading] = field.id
    }
    let leaf = copy.split(separator: "/").last.map(String.init) ?? copy
    return SourceRecord(
      file: leaf, sha256: sha256, copy: copy, sheet: reader.back.sheet, header: header, mapping: mapping)
  }
}

extension WriteMode {
  fileprivate var isInsert: Bool { if case .insert = self { true } else { false } }
}
