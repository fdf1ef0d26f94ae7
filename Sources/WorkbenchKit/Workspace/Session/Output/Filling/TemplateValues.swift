import KitFormats
import KitModel

/// The single values that a template may ask for: those of the stage's options, and variables of the session.
struct TemplateValues {
  let session: Session
  let words: CommandArguments

  var wanted: [TemplateCells.Wanted] { options + variables }

  private var formatter: ValueFormatter { ValueFormatter(language: session.options.language) }

  private var options: [TemplateCells.Wanted] {
    var wanted: [TemplateCells.Wanted] = []
    if let title = words.text("title") {
      wanted.append(
        TemplateCells.Wanted(
          names: ["标题", "title", "表名"], value: .text(title), text: title, option: label("title"),
          isTitle: true))
    }
    if let office = words.text("office") {
      wanted.append(
        TemplateCells.Wanted(
          names: ["填表单位", "填报单位", "报送单位", "单位名称", "单位", "office"], value: .text(office), text: office,
          option: label("office")))
    }
    if let date = words.date("date") {
      wanted.append(
        value(
          .date(date), .date, ["填表日期", "填报日期", "报送日期", "填表时间", "填报时间", "日期", "date"],
          option: label("date")))
    }
    return wanted
  }

  private func label(_ id: String) -> Label? {
    OutputStages.export.parameters.first { $0.id == id }?.label
  }

  /// Variables in the order of their names. An empty one fills nothing.
  private var variables: [TemplateCells.Wanted] {
    session.variables.sorted { $0.key.description < $1.key.description }.compactMap { name, variable in
      guard case .value(let value, let type, let isSensitive) = variable, !value.isNull else { return nil }
      return self.value(value, type, [name.description], isSensitive: isSensitive)
    }
  }

  private func value(
    _ value: Value, _ type: DataType, _ names: [String], isSensitive: Bool = false, option: Label? = nil
  ) -> TemplateCells.Wanted {
    var column = Column(id: "value", label: Label(zh: "", en: ""), type: type)
    column.isSensitive = isSensitive
    var text = formatter.text(value, of: column)
    var isDate = false
    // A day in running text is written as forms write it.
    if case .date(let date) = value, !isSensitive {
      isDate = true
      text = session.options.language == .zh ? "\(date.year)年\(date.month)月\(date.day)日" : date.iso
    }
    return TemplateCells.Wanted(
      names: names, value: FilledValue.value(value, of: column, formatter) ?? .text(""), text: text,
      isDate: isDate, option: option)
  }
}
