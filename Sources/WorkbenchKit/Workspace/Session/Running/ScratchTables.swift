import KitModel
import KitQuery
import KitStore

/// Puts tables that live in memory where queries can read them.
struct ScratchTables {
  let store: any Store

  /// A table of the session with these rows.
  func table(_ table: Table, label: Label) throws -> TableDeclaration {
    let writer = try store.scratchWriter(name: nil, label: label, columns: table.columns)
    do {
      var buffer = RowBuffer(width: table.columns.count)
      for (index, row) in table.rows.enumerated() {
        for (column, value) in zip(table.columns, row.values) { try buffer.append(value, as: column.type) }
        buffer.endRow(number: index + 1)
        if buffer.byteCount > 1 << 18 || buffer.rowCount > 10_000 {
          try writer.append(buffer)
          buffer.removeAll()
        }
      }
      if buffer.rowCount > 0 { try writer.append(buffer) }
      return try writer.finish()
    } catch {
      writer.cancel()
      throw error
    }
  }
}
