import KitLanguage
import KitModel

/// A column of the reference interpreter.
struct OracleColumn {
  var id: String
  var label: Label
  /// Every name that finds it: id, label, aliases.
  var names: Set<NameKey>
  var type: DataType
  /// Part of what tells the rows apart: of the key of an entity, or a key of a group.
  var isKey = false
  /// The language does not fix the values (the words of `describe`): they are not compared.
  var isFree = false
  /// A quotient of two columns, by their ids: `total` computes it anew.
  var rate: (numerator: String, denominator: String)?

  init(id: String, label: Label, names: [String] = [], type: DataType) {
    self.id = id
    self.label = label
    self.names = Set(([id, label.zh, label.en] + names).map { NameKey($0) })
    self.type = type
  }

  /// A column that is called as it was typed.
  init(_ name: String, _ type: DataType) {
    self.init(id: name, label: Label(zh: name, en: name), type: type)
  }

  /// A column that a bind makes. One with `cv(x)` says that it is not weighted.
  init(_ bind: Stage.Bind, _ type: DataType) {
    self.init(bind.name.text, type)
    var isUnweighted = false
    SyntaxWalk.expressions(in: bind.expression) {
      guard case .call(let call) = $0.kind, call.arguments.count == 1 else { return }
      isUnweighted = isUnweighted || ["cv", "差异系数"].contains(call.name.text)
    }
    if isUnweighted { label.zh += "（未加权）" }
  }

  func has(_ name: String) -> Bool { names.contains(NameKey(name)) }
}

/// A cell that is computed when it is looked at: a column that nobody reads cannot overflow.
final class Cell {
  private enum State {
    case due(() throws -> Value)
    case known(Result<Value, any Error>)
  }

  private var state: State

  init(_ value: Value) { state = .known(.success(value)) }
  init(computing: @escaping () throws -> Value) { state = .due(computing) }

  func value() throws -> Value {
    switch state {
    case .known(let result): return try result.get()
    case .due(let compute):
      let result = Result { try compute() }
      state = .known(result)
      return try result.get()
    }
  }
}

struct Row {
  var cells: [Cell]
  var mark: Table.Mark = .plain
  /// The key of the row of an entity that this row is, whatever columns it has: what `sample` draws by.
  var key: String?

  func values() throws -> [Value] { try cells.map { try $0.value() } }
}

/// Columns and rows in order: what stands between two stages.
struct Rows {
  var columns: [OracleColumn]
  var rows: [Row]
  /// The entity whose rows these are, while each row is still one of its rows.
  var entity: String?
  /// The entity whose keys the rows bear, whatever columns they have.
  var bearer: String?
  /// No two rows bear the same key: not after a join.
  var isKeyed = true
  /// What a column that meets a name of another relation is prefixed with.
  var prefix: Label?

  /// Other rows with the same columns.
  func with(rows: [Row]) -> Rows {
    var result = self
    result.rows = rows
    return result
  }

  /// Columns and cells put together anew; these are rows of no entity any more.
  func rebuilt(columns: [OracleColumn], rows: [Row]) -> Rows { Rows(columns: columns, rows: rows) }

  func contexts() -> [Context] { rows.map { Context(row: $0) } }
}

/// What an expression looks at: a row, and in braces and windows the rows of its group.
struct Context {
  var row: Row
  var group: [Row] = []
  /// Place of the row in its group, in the order of the window.
  var position = 0
  /// Values of the keys of a group, which may have no rows.
  var keys: [Cell] = []
  /// For each row of the group, the place of the first row that is equal in the order of the window.
  var ties: [Int] = []
}
