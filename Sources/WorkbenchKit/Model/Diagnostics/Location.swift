/// Where in a file something stands: every refusal that concerns a file carries one.
public struct Location: Hashable, Sendable {
  /// The file as the user knows it: its name, or its path below the workspace.
  public var file: String
  /// The sheet of a workbook.
  public var sheet: String?
  /// Line of a text file or row of a sheet, from 1.
  public var row: Int?
  /// Column, from 1: of a sheet, of a csv record, or the character in a text line.
  public var column: Int?

  public init(file: String, sheet: String? = nil, row: Int? = nil, column: Int? = nil) {
    self.file = file
    self.sheet = sheet
    self.row = row
    self.column = column
  }

  /// The cell as spreadsheets write it (`D12`), when row and column are known.
  public var cell: String? {
    guard let row, let column else { return nil }
    return Self.columnLetters(column) + String(row)
  }

  /// `收件/青石镇.xlsx 自评表!D12`, `学校.csv:14:3`.
  public var text: String {
    if let sheet { return cell.map { "\(file) \(sheet)!\($0)" } ?? "\(file) \(sheet)" }
    return ([file] + [row, column].compactMap { $0.map(String.init) }).joined(separator: ":")
  }

  /// `1` → `A`, `28` → `AB`.
  public static func columnLetters(_ column: Int) -> String {
    var rest = column
    var letters = ""
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  /// `A` → 1, `AB` → 28; 0 for what are no letters of a column.
  public static func columnNumber(_ letters: String) -> Int {
    guard letters.utf8.count <= 3 else { return 0 }
    var number = 0
    for byte in letters.utf8 {
      guard (0x41...0x5A).contains(byte) else { return 0 }
      number = number * 26 + Int(byte - 0x40)
    }
    return number
  }
}
