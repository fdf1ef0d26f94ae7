import KitFormats
import KitModel

extension Chart {
  /// The numbers of a table; rows that the stage `total` added are left out.
  ///
  /// - The first column of words names the places. Where the first column is a number, such as the month that rows are
  ///   grouped by, it names them itself, and words behind it (a second key) with it; every further column of numbers is
  ///   drawn.
  /// - `dot` of two or more columns of numbers draws points: the first says where along the lower axis they lie.
  /// - `histogram` counts every column of numbers.
  ///
  /// Throws where the table has no numbers, or a column that no document may show; a note where it has no rows.
  public init(_ kind: Kind, title: String?, table: Table, language: UILanguage) throws(Diagnostic) {
    let formatter = ValueFormatter(language: language)
    try table.refuseRestricted()
    let rows = table.rows.filter { $0.mark == .plain }
    var numeric = table.columns.indices.filter {
      table.columns[$0].type.isNumeric && !table.columns[$0].isSensitive
    }
    guard !numeric.isEmpty else { throw Diagnostic(DocumentMessages.chartWithoutNumbers) }
    guard !rows.isEmpty else { throw Diagnostic(DocumentMessages.chartWithoutRows, severity: .note) }
    // A column without a single number has no place in a picture, nor can it say where points lie.
    numeric.removeAll { column in rows.allSatisfy { Self.number($0.values[column]) == nil } }
    guard !numeric.isEmpty else { throw Diagnostic(DocumentMessages.chartWithoutNumbers) }
    let isScatter = kind == .dot && numeric.count > 1
    let names =
      isScatter
      ? table.columns.indices.filter { !table.columns[$0].type.isNumeric }.prefix(1).map { $0 }
      : Self.names(table.columns, numeric)
    let across = isScatter ? numeric.removeFirst() : nil
    if kind != .histogram { numeric.removeAll { names.contains($0) } }
    let categories = rows.enumerated().map { index, row in
      let texts = names.map { formatter.text(row.values[$0], of: table.columns[$0]) }
      if texts.isEmpty { return String(index + 1) }
      // Rows without a name are a group too, often the largest.
      return texts.allSatisfy(\.isEmpty)
        ? DocumentWords.nameless.text(language) : texts.joined(separator: " ")
    }
    let series = numeric.map { column in
      Series(table.columns[column].label.text(language), rows.map { Self.number($0.values[column]) })
    }
    self.init(
      kind, title: title, unit: series.count == 1 ? series[0].name : nil,
      categories: kind == .histogram || (isScatter && names.isEmpty) ? [] : categories, series: series,
      positions: across.map { column in rows.map { Self.number($0.values[column]) } },
      axis: across.map { table.columns[$0].label.text(language) })
  }

  /// The columns that name the places.
  private static func names(_ columns: [Column], _ numeric: [Int]) -> [Int] {
    guard numeric.first == 0 else {
      return columns.indices.filter { !columns[$0].type.isNumeric }.prefix(1).map { $0 }
    }
    let words = columns.indices.dropFirst().prefix { !columns[$0].type.isNumeric }
    // The only numbers are to be drawn, not to be names.
    guard numeric.count > 1 else { return words.prefix(1).map { $0 } }
    return [0] + words.prefix(1)
  }

  private static func number(_ value: Value) -> Double? {
    switch value {
    case .integer(let number): Double(number)
    case .decimal(let number): number.real
    case .real(let number): number.isFinite ? number : nil
    default: nil
    }
  }
}
