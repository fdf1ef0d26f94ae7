import KitModel

/// The formats in which tables leave the workbench.
public enum TableFormat: String, Sendable, CaseIterable {
  /// Aligned text for a terminal.
  case table
  case csv, json, jsonl
  /// Markdown.
  case md
  case html, xlsx

  /// The format that a file's name asks for by its extension; nil for any other.
  public init?(fileName: String) {
    let leaf = fileName.split(separator: "/").last ?? ""
    guard let dot = leaf.lastIndex(of: ".") else { return nil }
    switch NameKey(leaf[leaf.index(after: dot)...]).description {
    case "csv": self = .csv
    case "json": self = .json
    case "jsonl", "ndjson": self = .jsonl
    case "md", "markdown": self = .md
    case "html", "htm": self = .html
    case "xlsx": self = .xlsx
    case "txt": self = .table
    default: return nil
    }
  }

  /// Whether it is read by programs: keys are field ids, values as stored. The others are read by people.
  public var isForPrograms: Bool {
    switch self {
    case .csv, .json, .jsonl: true
    case .table, .md, .html, .xlsx: false
    }
  }
}
