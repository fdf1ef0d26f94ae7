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
    var clashes: [Clash] = []
    try connection.forEach(
      """
      SELECT \(isNew), t._row, \(own.joined(separator: ", "))
      FROM \(table) AS t WHERE (\(own.joined(separator: ", "))) IN (\(doubled) LIMIT \(Self.shown))
      ORDER BY \(own.joined(separator: ", ")), \(order)
      """
    ) { row in
      let value = index.columns.indices.map { Self.text(row.value(at: $0 + 2)) }.joined(separator: " ")
      if clashes.last?.value != value { clashes.append(Clash(value: value)) }
      if row.integer(at: 0) == 0 {
        clashes[clashes.count - 1].isOld = true
      } else {
        clashes[clashes.count - 1].new.append(row.optionalInteger(at: 1))
      }
    }
    return Self.diagnostic(clashes, count: count, arguments: arguments(index.columns))
  }

  /// Rows that wait and have the key of a row that is there already.
  func existing(_ rows: [(value: String, row: Int64?)], count: Int) -> Diagnostic {
    let clashes = rows.map { Clash(value: $0.value, new: [$0.row], isOld: true) }
    return Self.diagnostic(clashes, count: count, arguments: arguments(entity.key))
  }

  private static func diagnostic(_ clashes: [Clash], count: Int, arguments: [String: String]) -> Diagnostic {
    Diagnostic(
      StoreMessages.keyClash, arguments.merging(["count": String(count)]) { $1 }, notes: clashes.map(\.note))
  }

  /// A value that stands more than once.
  private struct Clash {
    var value: String
    /// Rows that bring it, by their numbers; what was typed or calculated has none.
    var new: [Int64?] = []
    /// A row that is there already has it.
    var isOld = false

    var note: Diagnostic.Note {
      let numbers = new.compactMap { $0.map(String.init) }
      guard !numbers.isEmpty else {
        return isOld
          ? Diagnostic.Note(StoreMessages.clashOfOneWithStored, ["value": value])
          : Diagnostic.Note(StoreMessages.clashOfUnnumbered, ["value": value, "count": String(new.count)])
      }
      let rows = list(Array(numbers.prefix(shown)), of: numbers.count)
      return Diagnostic.Note(
        isOld ? StoreMessages.clashWithStored : StoreMessages.clashAmongRows, ["value": value, "rows": rows])
    }
  }

  /// The entity and some of its fields, as a clerk calls them.
  func arguments(_ columns: [String]) -> [String: String] {
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
