import KitModel
import KitQuery

/// The fields of a table that were of another type when a part of the journal was done.
///
/// Its images keep the old value in the retired column; the value that it converts to stands beside it since the
/// type changed, and is missing where there is none.
struct ConvertedFields {
  private let table: TableShape
  private let part: JournalPart
  private let fields: [(present: TableShape.ColumnShape, old: TableShape.RetiredColumn)]

  init(_ part: JournalPart, _ table: TableShape) {
    self.table = table
    self.part = part
    let covered = Set(part.columns)
    fields = table.columns.compactMap { column in
      guard !covered.contains(column.id) else { return nil }
      return table.retired.first { $0.field == column.field.id && covered.contains($0.id) }.map {
        (column, $0)
      }
    }
  }

  var isEmpty: Bool { fields.isEmpty }

  /// Throws when an image has a value that the present type cannot hold: bringing the row back would lose it.
  func refuseLoss(of change: Int64, on connection: SQLiteConnection) throws {
    for (column, old) in fields {
      let lost = try connection.map(
        """
        SELECT DISTINCT \(quoted(old.name)) FROM \(quoted(table.images))
        WHERE _seq BETWEEN \(part.first) AND \(part.last)
        AND \(quoted(old.name)) IS NOT NULL AND \(quoted(column.field.id)) IS NULL LIMIT \(ReferenceCheck.shown)
        """
      ) { old.form.written($0.value(at: 0)) ?? "" }
      guard !lost.isEmpty else { continue }
      throw Diagnostic(
        StoreMessages.undoLosesValues,
        [
          "id": String(change), "entity": table.entity.label.zh, "entityEn": table.entity.label.en,
          "field": column.field.label.zh, "fieldEn": column.field.label.en,
          "type": column.field.type.name(.zh), "typeEn": column.field.type.name(.en),
          "values": lost.joined(separator: "、"),
        ])
    }
  }
}
