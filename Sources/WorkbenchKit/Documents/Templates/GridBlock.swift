import KitFormats
import KitModel

/// The block `grid` (表格) of a template: a small table written out, as a paper keeps it when its numbers are fixed.
///
/// ````text
/// ```表格 问题清单
/// 序号 | 问题 | 期限
/// ---: | --- | ---
/// 1 | 消防通道堆放课桌 | 2024-12-30
/// ```
/// ````
/// Cells are parted by ` | `; a `\|` is a stroke within a cell. The second line may say on which side the texts stand.
enum GridBlock {
  /// - Returns: Nil where the block holds no line.
  static func grid(_ lines: ArraySlice<Substring>, title: String?) -> Grid? {
    var rows = lines.filter { !$0.allSatisfy(\.isWhitespace) }.map(cells)
    guard let heading = rows.first else { return nil }
    rows.removeFirst()
    var sides = heading.map { _ in Grid.Side.left }
    if let rule = rows.first, rule.allSatisfy({ $0.allSatisfy { "-: ".contains($0) } && $0.contains("-") }) {
      rows.removeFirst()
      for (place, mark) in rule.enumerated() where place < sides.count {
        sides[place] = mark.hasSuffix(":") ? mark.hasPrefix(":") ? .middle : .right : .left
      }
    }
    let body = rows.map { row in
      heading.indices.map { Grid.Cell($0 < row.count ? row[$0] : "", side: sides[$0]) }
    }
    return Grid(title: title, rows: [heading.map { Grid.Cell($0, side: .middle) }] + body)
  }

  /// The rows of a query as such a block.
  static func text(_ table: Table, title: String?, _ formatter: ValueFormatter) -> String {
    let heading = table.columns.map { escaped($0.label.text(formatter.language)) }
    let rule = table.columns.map { $0.type.isNumeric ? "---:" : "---" }
    let rows = table.rows.map { row in
      zip(formatter.named(row, table.columns).values, table.columns).map {
        escaped(formatter.text($0, of: $1))
      }
    }
    let lines = ([heading, rule] + rows).map { $0.joined(separator: " | ") }
    return (["```表格" + (title.map { " " + $0 } ?? "")] + lines + ["```"]).joined(separator: "\n")
  }

  private static func escaped(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ").replacing("|", with: "\\|")
  }

  private static func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isEscaped = false
    for character in line {
      if isEscaped {
        cells[cells.count - 1] += character == "|" ? "|" : "\\" + String(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "|" {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    if isEscaped { cells[cells.count - 1] += "\\" }
    return cells.map { cell in
      let text = cell.trimmed
      // The sign that keeps a value from being read as markup at the beginning of a line.
      return text.hasPrefix("\\") ? String(text.dropFirst()) : text
    }
  }
}
