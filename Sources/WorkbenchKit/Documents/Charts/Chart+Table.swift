import KitFormats
import KitModel

extension Chart {
  /// The numbers of a table: its first column that is no number names the places, each numeric column is a row of
  /// numbers. Rows that the stage `total` added are left out.
  ///
  /// Throws where the table has no numbers, or a column that no document may show.
  public init(_ kind: Kind, title: String?, table: Table, language: UILanguage) throws(Diagnostic) {
    let formatter = ValueFormatter(language: language)
    if let column = table.columns.first(where: { $0.restriction != nil }), let rule = column.restriction {
      throw Diagnostic(
        DocumentMessages.restricted,
        ["column": column.label.zh, "columnEn": column.label.en, "rule": rule.zh, "ruleEn": rule.en])
    }
    let rows = table.rows.filter { $0.mark == .plain }
    let numeric = table.columns.indices.filter {
      table.columns[$0].type.isNumeric && !table.columns[$0].isSensitive
    }
    guard !numeric.isEmpty else { throw Diagnostic(DocumentMessages.chartWithoutNumbers) }
    let name = table.columns.indices.first { !table.columns[$0].type.isNumeric }
    let categories = rows.enumerated().map { index, row in
      name.map { formatter.text(row.values[$0], of: table.columns[$0]) } ?? String(index + 1)
    }
    let series = numeric.map { column in
      Series(table.columns[column].label.text(language), rows.map { Self.number($0.values[column]) })
    }
    self.init(
      kind, title: title, unit: series.count == 1 ? series[0].name : nil,
      categories: kind == .histogram ? [] : categories, series: series)
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
