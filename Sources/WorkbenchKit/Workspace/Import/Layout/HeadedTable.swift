import KitModel

/// Where the table stands in a sheet: its heading, what stands above it, where its rows begin.
struct HeadedTable {
  /// Columns with a heading, from the left.
  var columns: [HeadedColumn]
  /// The rows of the heading, as numbered in the file.
  var headingRows: [Int]
  /// What stands above the heading: title, 填表单位, date.
  var facts: [String]
}

/// A column and its heading, which may stand in up to three rows.
struct HeadedColumn: Hashable {
  /// From 0.
  let index: Int
  /// The texts of the heading, top first; a row that says nothing here is left out.
  let parts: [String]

  /// As shown: `学生数（人）·合计`.
  var shown: String { parts.map(HeadingText.shown).joined(separator: "·") }
  /// `人数 C`: a heading that several columns have, with the letters of one of them.
  static func told(_ heading: String, _ column: Int) -> String {
    heading + " " + Location.columnLetters(column + 1)
  }
  /// All rows as one text.
  var joined: String { parts.joined() }
}

extension HeadingText {
  /// A heading for people: line breaks, tabs and whatever else cannot be seen taken away.
  static func shown(_ text: String) -> String {
    String(text.unicodeScalars.filter { $0.properties.generalCategory != .control }.map(Character.init))
      .trimmed
  }
}
