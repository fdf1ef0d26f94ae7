import KitModel

/// What a workbook for changes says of itself in its hidden sheet: which rows of which entity it holds, and what they
/// read when it was written. Its digest is kept in the store, so that a change of it is found.
struct EditIdentity: Equatable {
  static let mark = "dudao-edit 1"

  var entity = ""
  var token = ""
  var sheet = ""
  var headingRow = 0
  var columns: [Column] = []
  var rows: [Row] = []
  /// What the cells of references read, by the column's place among the columns and the key: a row that they point to
  /// may have got another name when the workbook comes back.
  var names: [Int: [String: String]] = [:]

  struct Column: Equatable {
    var id: String
    var heading: String
    /// From 0.
    var place: Int
    var lock: String
    var shape: String

    var isVersioned: Bool { lock != EditColumn.Lock.sensitive.rawValue && !shape.isEmpty }
    var isKey: Bool { lock == EditColumn.Lock.key.rawValue }
  }

  struct Row: Equatable {
    var number: Int
    /// What each column read; empty for calculations and for what is not shown.
    var versions: [String]
  }

  /// As the hidden sheet has it, row by row.
  var cells: [[String]] {
    [[Self.mark], ["entity", entity], ["token", token], ["sheet", sheet, String(headingRow)]]
      + columns.map { ["column", $0.id, $0.heading, String($0.place), $0.lock, $0.shape] }
      + names.sorted { $0.key < $1.key }.flatMap { column, texts in
        texts.sorted { $0.key < $1.key }.map { ["name", String(column), $0.key, $0.value] }
      } + rows.map { ["row", String($0.number)] + $0.versions }
  }

  /// Over all of it; kept in the store.
  var seal: String { FormIdentity.seal(cells) }

  init() {}

  /// Nil for a sheet that was never written by us.
  init?(cells: [[String]]) {
    guard cells.first?.first == Self.mark else { return nil }
    for row in cells.dropFirst() {
      let rest = row.dropFirst() + [String](repeating: "", count: max(0, 6 - row.count))
      let parts = Array(rest)
      switch row.first {
      case "entity": entity = parts[0]
      case "token": token = parts[0]
      case "sheet":
        guard let row = Int(parts[1]) else { return nil }
        (sheet, headingRow) = (parts[0], row)
      case "column":
        guard let place = Int(parts[2]), place >= 0 else { return nil }
        columns.append(
          Column(id: parts[0], heading: parts[1], place: place, lock: parts[3], shape: parts[4]))
      case "name":
        guard let column = Int(parts[0]) else { return nil }
        names[column, default: [:]][parts[1]] = parts[2]
      case "row":
        guard let number = Int(parts[0]) else { return nil }
        // What is empty at the end of a row is not kept.
        let versions =
          parts.dropFirst() + [String](repeating: "", count: max(0, columns.count - parts.count + 1))
        rows.append(Row(number: number, versions: Array(versions.prefix(columns.count))))
      default: return nil
      }
    }
  }
}

/// What the store remembers of a workbook for changes.
struct EditNote {
  var seal: String
  /// The file that was brought back last, and the change that took it.
  var received: String
  var change: Int64?

  static func name(_ token: String) -> String { "edit." + token }

  init(seal: String, received: String = "", change: Int64? = nil) {
    (self.seal, self.received, self.change) = (seal, received, change)
  }

  init?(_ text: String?) {
    guard let parts = text?.split(separator: " ", omittingEmptySubsequences: false), parts.count == 3 else {
      return nil
    }
    self.init(seal: String(parts[0]), received: String(parts[1]), change: Int64(parts[2]))
  }

  var text: String { "\(seal) \(received) \(change.map(String.init) ?? "")" }
}
