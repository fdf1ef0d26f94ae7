import KitModel
import KitStore
import KitWorkspace

extension CommandContext {
  /// Puts many rows into an entity, within the change that is open or one of its own.
  /// - Parameters:
  ///   - entity: Its full name.
  ///   - rows: Values in the order of `fields`.
  public func put(_ rows: [[Value]], into entity: String, _ fields: [String], _ mode: WriteMode = .insert)
    throws
  {
    guard let workspace, !rows.isEmpty,
      let declaration = workspace.entities.first(where: { $0.fullName == entity })
    else { return }
    let types = fields.map { field in declaration.fields.first { $0.id == field }?.type ?? .text }
    try changing { change in
      let writer = try change.rowWriter(into: declaration, fields: fields, mode: mode, source: nil)
      var buffer = RowBuffer(width: fields.count)
      for row in rows {
        for (value, type) in zip(row, types) { try buffer.append(value, as: type) }
        buffer.endRow(number: 0)
      }
      try writer.append(buffer)
      _ = try writer.finish()
    }
  }

  /// One transaction that can never be taken back, for this reason.
  public func sealed(_ reason: Label, _ words: [String: String], _ body: () throws -> Void) throws {
    guard workspace != nil else { return }
    let text = words.reduce(reason.text(language)) { text, word in
      text.replacing("{\(word.key)}", with: word.value)
    }
    try transaction {
      try changing { change in
        try body()
        try change.seal(nil, reason: text)
      }
    }
  }
}
