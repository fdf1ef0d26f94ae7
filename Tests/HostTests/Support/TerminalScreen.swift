import KitModel

/// What a terminal would show: enough of xterm to follow a line editor, wide characters included.
struct TerminalScreen {
  let columns: Int
  private var rows: [[Cell]] = [[]]
  private var row = 0
  private var column = 0
  private var pending: [UInt8] = []

  /// One column; the right half of a wide character is `nil`.
  private typealias Cell = Character?

  init(columns: Int) { self.columns = columns }

  /// The lines, without blanks at their ends.
  var lines: [String] {
    rows.map { cells in
      var text = String(cells.compactMap { $0 })
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  var text: String { lines.joined(separator: "\n") }

  /// The line with the cursor up to the cursor.
  var beforeCursor: String { String(rows[row].prefix(column).compactMap { $0 }) }

  mutating func feed(_ bytes: [UInt8]) {
    pending += bytes
    while let (scalar, size) = nextScalar() {
      if scalar == "\u{1B}" {
        guard let length = escapeLength() else { return }
        escape(String(decoding: pending[1..<length], as: UTF8.self))
        pending.removeFirst(length)
      } else {
        pending.removeFirst(size)
        put(scalar)
      }
    }
  }

  private func nextScalar() -> (Unicode.Scalar, Int)? {
    guard let first = pending.first else { return nil }
    let size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard pending.count >= size else { return nil }
    return String(decoding: pending.prefix(size), as: UTF8.self).unicodeScalars.first.map { ($0, size) }
  }

  /// Bytes of the escape sequence at the beginning; nil while it is not whole.
  private func escapeLength() -> Int? {
    guard pending.count > 1 else { return nil }
    guard pending[1] == UInt8(ascii: "[") else { return 2 }
    return pending.indices.dropFirst(2).first { (0x40...0x7E).contains(pending[$0]) }.map { $0 + 1 }
  }

  private mutating func escape(_ sequence: String) {
    guard let final = sequence.last else { return }
    let number = Int(sequence.dropFirst().dropLast()) ?? 0
    switch final {
    case "A": row = max(0, row - max(1, number))
    case "B": row += max(1, number)
    case "C": column = min(columns - 1, column + max(1, number))
    case "D": column = max(0, column - max(1, number))
    case "G": column = max(1, number) - 1
    case "K": rows[row] = Array(rows[row].prefix(column))
    case "J":
      rows[row] = Array(rows[row].prefix(column))
      rows.removeSubrange((row + 1)...)
    default: break
    }
    while rows.count <= row { rows.append([]) }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\r": column = 0
    case "\n":
      row += 1
      if rows.count == row { rows.append([]) }
    case "\u{8}": column = max(0, column - 1)
    case "\u{7}": break
    default:
      let width = DisplayWidth.of(scalar)
      if column + width > columns {
        column = 0
        row += 1
        if rows.count == row { rows.append([]) }
      }
      while rows[row].count < column + width { rows[row].append(" ") }
      rows[row][column] = Character(scalar)
      if width == 2 { rows[row][column + 1] = nil }
      column += width
    }
  }
}
