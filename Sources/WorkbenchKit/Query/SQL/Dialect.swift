/// What differs between engines, as data.
package struct Dialect: Sendable {
  /// The place of the nth parameter that has a number, from 1.
  var numbered: @Sendable (Int) -> String
  /// Parameters up to this one have numbers and can be named again. Those behind it are told by where they stand:
  /// SQLite looks every number that is written up in a list of all of them.
  var numberedParameters: Int
  /// Functions under another name than the registered one.
  var functions: [SQLFunction: String]
  var aggregates: [SQLAggregate: String]
  var collation: String
  /// Behind AS: a part of the statement is worked out once. SQLite has it from 3.35, older than FULL JOIN, which is
  /// needed anyway.
  var materialized: String

  package static let sqlite = Dialect(
    numbered: { "?\($0)" }, numberedParameters: 400,
    functions: [
      .coalesce: "coalesce", .absolute: "abs", .replace: "replace", .squareRoot: "sqrt", .length: "length",
    ],
    aggregates: [
      .count: "count", .countDistinct: "count", .sum: "sum", .average: "avg", .minimum: "min",
      .maximum: "max",
    ],
    collation: SQLExtras.pinyinCollation, materialized: "MATERIALIZED")

  /// What stands for the nth parameter.
  func placeholder(_ place: Int) -> String { place <= numberedParameters ? numbered(place) : "?" }

  /// A name of a table or column; all engines that are meant quote as the standard says.
  package func quoted(_ name: String) -> String {
    // Nearly no name holds one, and looking for it byte by byte costs nothing.
    let isPlain = !name.utf8.contains(UInt8(ascii: "\""))
    return "\"" + (isPlain ? name : name.replacing("\"", with: "\"\"")) + "\""
  }

  func name(of function: SQLFunction) -> String { functions[function] ?? function.registeredName }

  func name(of aggregate: SQLAggregate) -> String { aggregates[aggregate] ?? aggregate.registeredName }

  func name(of function: SQLWindowFunction) -> String {
    switch function {
    case .rank: "rank"
    case .denseRank: "dense_rank"
    case .rowNumber: "row_number"
    case .lag: "lag"
    case .lead: "lead"
    case .firstValue: "first_value"
    case .lastValue: "last_value"
    case .aggregate(let aggregate): name(of: aggregate)
    }
  }
}
