import KitModel
import KitWorkspace

extension CommandContext {
  /// Inserts one row; empty values are left out. Values go in as variables and are never pasted into a text.
  /// - Parameter relation: As it is written in a query.
  public func insert(_ values: [(column: String, value: Value)], into relation: String) throws {
    let given = values.filter { !$0.value.isNull }
    let names = given.map { "`\($0.column)`" }.joined(separator: ", ")
    let places = given.indices.map { "$new_\($0)" }.joined(separator: ", ")
    try change("[\(names); \(places)] | into \(relation)", variables: Self.numbered(given))
  }

  /// Changes columns of the rows in which one column has a value; an empty value empties the cell.
  /// - Parameter relation: As it is written in a query.
  public func update(
    _ relation: String, where column: String, is key: Value, _ values: [(column: String, value: Value)]
  ) throws {
    let binds = values.enumerated().map { place, value in
      value.value.isNull ? "`\(value.column)` = null" : "`\(value.column)` = $new_\(place)"
    }.joined(separator: ", ")
    var variables = Self.numbered(values)
    variables["the_key"] = key
    try change("\(relation) | where `\(column)` == $the_key | set \(binds)", variables: variables)
  }

  private static func numbered(_ values: [(column: String, value: Value)]) -> [String: Value] {
    Dictionary(
      values.enumerated().filter { !$1.value.isNull }.map { ("new_\($0)", $1.value) },
      uniquingKeysWith: { first, _ in first })
  }
}
