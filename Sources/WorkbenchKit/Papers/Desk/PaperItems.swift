import KitDocuments
import KitFormats
import KitModel

/// Rows as parts of a template that are repeated.
public enum PaperItems {
  /// `问题`, the rows with 序号 and a value for each column; `有问题`; `问题数`.
  public static func values(_ name: String, _ table: Table, _ language: UILanguage) -> [String: TemplateValue]
  {
    let names = table.columns.map(\.label.zh)
    let items = table.rows.enumerated().map { place, row in
      var item: [String: TemplateValue] = ["序号": .text(String(place + 1))]
      for (value, column) in zip(row.values, table.columns) {
        let text = text(value, column, language)
        item[column.label.zh] = .text(text)
        item["有" + column.label.zh] = .flag(!text.isEmpty)
      }
      return item
    }
    return [
      name: .items(items, names: ["序号"] + names + names.map { "有" + $0 }),
      "有" + name: .flag(!items.isEmpty), name + "数": .text(String(items.count)),
    ]
  }

  /// A value that was typed.
  static func plain(_ value: Value, _ language: UILanguage) -> String {
    if case .date(let day) = value { return day.officialText }
    return ValueFormatter(language: language).text(value, type: .text)
  }

  /// A value as papers write it: days as 2024年12月5日.
  public static func text(_ value: Value, _ column: Column, _ language: UILanguage) -> String {
    if case .date(let day) = value, !column.isSensitive { return day.officialText }
    return ValueFormatter(language: language).text(value, of: column)
  }
}
