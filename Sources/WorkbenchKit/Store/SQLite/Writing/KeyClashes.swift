import KitModel
import KitQuery

/// Says which rows clash, by the numbers they have in their source.
struct KeyClashes {
  /// Clashes that are listed one by one; the rest is counted.
  static let shown = 20

  let connection: SQLiteConnection
  let entity: EntityDeclaration

  /// Rows whose key is not filled.
  func emptyKeys(_ rows: [Int64], count: Int) -> Diagnostic {
    Diagnostic(
      StoreMessages.emptyKey,
      arguments(entity.key).merging([
        "rows": Self.list(rows.map(String.init), of: count), "count": String(count),
      ]) { $1 })
  }

  /// Values that stand more than once in a table; rows from `firstNew` on are those being written.
  func inTable(_ index: UniqueIndex, firstNew: Int64) throws -> Diagnostic {
    try diagnostic(index, table: quoted(index.table), isNew: "t._rid >= \(firstNew)", order: "t._rid")
  }

  /// The same in the rows that wait to be written; they have numbers of their own.
  func inStage(_ index: UniqueIndex, stage: String) throws -> Diagnostic? {
    let found = try diagnostic(index, table: stage, isNew: "1", order: "t._n")
    return found.notes.isEmpty ? nil : found
  }

  private func diagnostic(_ index: UniqueIndex, table: String, isNew: String, order: String) throws
    -> Diagnostic
  {
    let columns = index.columnList
    let own = index.columns.map { "t." + quoted($0) }
    let isFilled = index.columns.map { quoted($0) + " IS NOT NULL" }.joined(separator: " AND ")
    let doubled = "SELECT \(columns) FROM \(table) WHERE \(isFilled) GROUP BY \(columns) HAVING count(*) > 1"
    let count = Int(try connection.integer("SELECT count(*) FROM (\(doubled))") ?? 0)
    var clashes: [(value: String, new: [String], isOld: Bool)] = []
    try connection.forEach(
      """
      SELECT \(isNew), t._row, \(own.joined(separator: ", "))
      FROM \(table) AS t WHERE (\(own.joined(separator: ", "))) IN (\(doubled) LIMIT \(Self.shown))
      ORDER BY \(own.joined(separator: ", ")), \(order)
      """
    ) { row in
      let value = index.columns.indices.map { Self.text(row.value(at: $0 + 2)) }.joined(separator: " ")
      if clashes.last?.value != value { clashes.append((value, [], false)) }
      if row.integer(at: 0) == 0 {
        clashes[clashes.count - 1].isOld = true
      } else {
        clashes[clashes.count - 1].new.append(row.optionalInteger(at: 1).map(String.init) ?? "–")
      }
    }
    return Self.diagnostic(clashes, count: count, arguments: arguments(index.columns))
  }

  /// Rows that wait and have the key of a row that is there already.
  func existing(_ rows: [(value: String, row: Int64?)], count: Int) -> Diagnostic {
    let clashes = rows.map { (value: $0.value, new: [$0.row.map(String.init) ?? "–"], isOld: true) }
    return Self.diagnostic(clashes, count: count, arguments: arguments(entity.key))
  }

  private static func diagnostic(
    _ clashes: [(value: String, new: [String], isOld: Bool)], count: Int, arguments: [String: String]
  ) -> Diagnostic {
    let notes = clashes.map { clash in
      Diagnostic.Note(
        clash.isOld ? StoreMessages.clashWithStored : StoreMessages.clashAmongRows,
        ["value": clash.value, "rows": list(Array(clash.new.prefix(shown)), of: clash.new.count)])
    }
    return Diagnostic(
      StoreMessages.keyClash, arguments.merging(["count": String(count)]) { $1 }, notes: notes)
  }

  private func arguments(_ columns: [String]) -> [String: String] {
    let fields = columns.map { id in entity.fields.first { $0.id == id }?.label ?? Label(zh: id, en: id) }
    return [
      "entity": entity.label.zh, "entityEn": entity.label.en,
      "fields": fields.map(\.zh).joined(separator: "、"), "fieldsEn": fields.map(\.en).joined(separator: ", "),
    ]
  }

  /// A value of a unique field that another row has. The engine names the columns, as `table.column`.
  static func taken(_ failure: SQLiteFailure, in table: TableShape) -> Diagnostic {
    let names = failure.text.split(separator: ".").dropFirst().compactMap { $0.split(separator: ",").first }
    let labels = names.compactMap { name in table.entity.fields.first { $0.id == name }?.label }
    return Diagnostic(
      StoreMessages.uniqueClash,
      [
        "entity": table.entity.label.zh, "entityEn": table.entity.label.en,
        "fields": labels.map(\.zh).joined(separator: "、"),
        "fieldsEn": labels.map(\.en).joined(separator: ", "),
      ])
  }

  private static func list(_ items: [String], of count: Int) -> String {
    items.joined(separator: "、") + (count > items.count ? " …" : "")
  }

  static func text(_ value: SQLValue) -> String {
    switch value {
    case .null: "–"
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .text(let text): text
    }
  }
}
