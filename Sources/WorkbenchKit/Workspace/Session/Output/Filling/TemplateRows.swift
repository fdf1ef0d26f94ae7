import KitFormats
import KitModel

/// The rows of a result as they come into a template.
struct TemplateRows {
  let filled: [[Int: FilledValue]]
  /// Rows of data.
  let count: Int
  /// Rows that `total` added and the template adds up by itself.
  let leftOut: Int

  init(plan: TemplatePlan, table: Table, language: UILanguage) {
    let formatter = ValueFormatter(language: language)
    let rows = table.rows.filter { $0.mark == .plain }
    filled = rows.enumerated().map { number, row in
      var cells: [Int: FilledValue] = [:]
      for match in plan.matches where match.column < row.values.count {
        cells[match.heading.index] = FilledValue.value(
          row.values[match.column], of: table.columns[match.column], power: match.power, formatter)
      }
      if let numbers = plan.numbers { cells[numbers] = .count(number + 1) }
      return cells
    }
    count = rows.count
    leftOut = table.rows.count - rows.count
  }
}
