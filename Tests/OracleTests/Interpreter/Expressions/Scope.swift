import KitLanguage
import KitModel

/// The names that an expression sees, and where it stands.
struct Scope {
  var columns: [OracleColumn] = []
  var entity: String?
  var place = Place.row
  /// In a join condition: which columns belong to a qualifier.
  var qualifiers: [NameKey: Range<Int>] = [:]

  enum Place {
    case row
    /// In the braces of group and pivot; the paths that are keys.
    case group(keys: [ColumnPath])
    /// In the stage window; whether it has an order.
    case window(isOrdered: Bool)
  }

  init(columns: [OracleColumn] = [], entity: String? = nil, place: Place = .row) {
    self.columns = columns
    self.entity = entity
    self.place = place
  }

  init(_ rows: Rows, place: Place = .row) {
    self.init(columns: rows.columns, entity: rows.entity, place: place)
  }

  /// The same columns, as an aggregate sees them: row by row.
  var ofRows: Scope {
    var scope = self
    scope.place = .row
    return scope
  }

  /// The column of that name; an error if two bear it.
  func column(_ name: Name) throws -> Int? {
    let found = columns.indices.filter { columns[$0].names.contains(name.key) }
    if found.count > 1 { throw Failure.refused("\(name.text) names several columns") }
    return found.first
  }
}

/// A column, and the fields that follow its reference.
struct ColumnPath: Hashable {
  var column: Int
  var fields: [String] = []
}

/// An expression with its type, ready to be computed.
struct Typed {
  var type: DataType
  /// The value, if it is written out.
  var literal: Value?
  let value: (Context) throws -> Value

  init(_ type: DataType, literal: Value? = nil, value: @escaping (Context) throws -> Value) {
    self.type = type
    self.literal = literal
    self.value = value
  }

  init(constant: Value, _ type: DataType) { self.init(type, literal: constant) { _ in constant } }

  /// Refused unless the type is one of those that `isFit` accepts; a bare null fits everywhere.
  func expecting(_ what: String, _ isFit: (DataType) -> Bool) throws -> Typed {
    guard type == .null || isFit(type) else { throw Failure.refused("\(what) is due, not \(type)") }
    return self
  }

  /// The truth of a condition in a row; nil if it is missing.
  func truth(_ context: Context) throws -> Bool? {
    if case .boolean(let truth) = try value(context) { truth } else { nil }
  }
}
