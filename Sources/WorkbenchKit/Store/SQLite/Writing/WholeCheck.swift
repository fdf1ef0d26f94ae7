import KitModel
import KitQuery

/// Finds rows for a whole beside rows for its parts, which a sum would count twice.
struct WholeCheck {
  let connection: SQLiteConnection
  let table: TableShape
  private let whole: EntityDeclaration.Whole

  /// Cases that are named one by one; the rest is counted.
  static let shown = 5

  /// Nil for entities whose rows are not split into parts.
  init?(_ connection: SQLiteConnection, _ table: TableShape) {
    guard let whole = table.entity.whole else { return nil }
    self.connection = connection
    self.table = table
    self.whole = whole
  }

  /// Fields that a whole and its parts have in common.
  private var rest: [String] { table.key.filter { $0 != whole.field } }

  /// The value that stands for the whole, as SQL.
  private var value: String { "'" + whole.value.replacing("'", with: "''") + "'" }

  /// That `first` and `second` are a whole and a part of it, in either order.
  func areWholeAndPart(_ first: String, _ second: String) -> String {
    let same = rest.map { "\(first).\(quoted($0)) = \(second).\(quoted($0))" }
    let field = quoted(whole.field)
    return (same + ["(\(first).\(field) = \(value)) <> (\(second).\(field) = \(value))"])
      .joined(separator: " AND ")
  }

  /// Refuses the rows that a part of a change has brought where they stand beside others. What stood so before is
  /// for `all` to tell.
  func refuse(_ part: JournalPart) throws {
    let isNew = part.rowCondition("n._rid", images: table.images)
    let isOtherNew = part.rowCondition("o._rid", images: table.images)
    let source = """
      FROM \(quoted(table.name)) AS n JOIN \(quoted(table.name)) AS o ON \(areWholeAndPart("n", "o"))
      WHERE \(isNew) AND (n._rid > o._rid OR NOT (\(isOtherNew)))
      """
    guard try connection.integer("SELECT 1 \(source) LIMIT 1") != nil else { return }
    let count = Int(try connection.integer("SELECT count(*) \(source)") ?? 0)
    let names = rest.map { "n." + quoted($0) }
    let notes = try connection.map(
      """
      SELECT n.\(quoted(whole.field)), o.\(quoted(whole.field)), \(names.joined(separator: ", "))
      \(source) ORDER BY n._rid, o._rid LIMIT \(Self.shown)
      """
    ) { row in
      Diagnostic.Note(
        StoreMessages.wholeBesidePart,
        [
          "new": KeyClashes.text(row.value(at: 0)), "old": KeyClashes.text(row.value(at: 1)),
          "key": names.indices.map { KeyClashes.text(row.value(at: $0 + 2)) }.joined(separator: " "),
        ])
    }
    throw Diagnostic(
      StoreMessages.wholeAndParts, arguments.merging(["count": String(count)]) { $1 }, notes: notes)
  }

  /// Whatever stands so in the table; nil: nothing does.
  func all() throws -> Diagnostic? {
    let source = """
      FROM \(quoted(table.name)) AS w WHERE w.\(quoted(whole.field)) = \(value) AND EXISTS (
        SELECT 1 FROM \(quoted(table.name)) AS p WHERE \(areWholeAndPart("w", "p")))
      """
    let count = Int(try connection.integer("SELECT count(*) \(source)") ?? 0)
    guard count > 0 else { return nil }
    let names = rest.map { "w." + quoted($0) }
    let keys = try connection.map(
      "SELECT \(names.joined(separator: ", ")) \(source) ORDER BY w._rid LIMIT \(Self.shown)"
    ) { row in names.indices.map { KeyClashes.text(row.value(at: $0)) }.joined(separator: " ") }
    return Diagnostic(
      StoreMessages.wholesBesideParts,
      arguments.merging([
        "count": String(count), "rows": keys.joined(separator: "、") + (count > keys.count ? " …" : ""),
      ]) { $1 })
  }

  private var arguments: [String: String] {
    func label(_ id: String) -> Label {
      table.entity.fields.first { $0.id == id }?.label ?? Label(zh: id, en: id)
    }
    return [
      "entity": table.entity.label.zh, "entityEn": table.entity.label.en, "whole": whole.value,
      "field": label(whole.field).zh, "fieldEn": label(whole.field).en,
      "same": rest.map { label($0).zh }.joined(separator: "、"),
      "sameEn": rest.map { label($0).en }.joined(separator: ", "),
    ]
  }
}
