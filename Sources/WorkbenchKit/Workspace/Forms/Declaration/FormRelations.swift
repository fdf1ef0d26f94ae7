import KitModel

/// The entities that forms bring: their returns, and the record of sending.
public enum FormRelations {
  /// Who writes them.
  public static let writer = Label(zh: "报表", en: "form")
  /// The label of the namespace.
  public static let label = Label(zh: "报表", en: "forms")
  public static let delivery = "form.delivery"

  /// States of a delivery.
  public enum State {
    public static let open = "未交"
    public static let taken = "已交"
    public static let returned = "退回"
    public static let late = "迟交"
    public static let all = [open, taken, returned, late]
  }

  /// What is joined with the plugins' entities: a file for each form, one for the sending.
  ///
  /// - Parameter always: The sending is wanted though no form is declared: providers bring some.
  public static func additions(
    of forms: [FormDeclaration], always: Bool = false
  ) -> [(file: String, content: EntityFile)] {
    if forms.isEmpty && !always { return [] }
    return [(delivery, EntityFile(entities: [sending]))]
      + forms.map { ($0.file, EntityFile(entities: [returns(of: $0)])) }
  }

  /// 收发: what was sent to whom, and what came of it.
  public static let sending = EntityDeclaration(
    plugin: "form", id: "delivery", label: Label(zh: "收发", en: "Deliveries"),
    meaning: Label(zh: "下发的报表和收取的情况", en: "forms sent out, and what came back"),
    key: ["form", "period", "unit"],
    fields: [
      field("form", "报表", "Form", .text, required: true),
      field("period", "期间", "Period", .period(nil), required: true),
      field("unit", "单位", "Unit", .text, required: true),
      field("token", "编码", "Token", .text), field("digest", "校验", "Digest", .text),
      field("sent", "下发日期", "Sent on", .date), field("deadline", "截止日期", "Deadline", .date),
      field("state", "状态", "State", .choice(State.all)),
      field("received", "收到日期", "Received on", .date), field("file", "文件", "File", .text),
      field("sha256", "文件校验", "SHA-256", .text), field("problems", "问题数", "Problems", .integer),
    ], writtenBy: writer)

  /// The relation of a form's returns: unit, period, the row's key, the fields.
  public static func returns(of form: FormDeclaration) -> EntityDeclaration {
    var fields = [
      field("unit", "单位", "Unit", .reference(form.unit), required: true),
      field("period", "期间", "Period", .period(form.period), required: true),
    ]
    var key = ["unit", "period"]
    switch form.rows {
    case .one: break
    case .free:
      fields.append(field("row", "行次", "Row", .integer, required: true))
      key.append("row")
    case .given: key += form.keys.map(\.id)
    }
    fields += form.fields.map { field in
      var declared = field.declaration
      declared.isRequired = field.isKey
      return declared
    }
    return EntityDeclaration(
      plugin: form.plugin, id: form.id, label: form.label, meaning: form.meaning, key: key, fields: fields,
      writtenBy: writer)
  }

  private static func field(
    _ id: String, _ zh: String, _ en: String, _ type: DataType, required: Bool = false
  ) -> FieldDeclaration {
    FieldDeclaration(id: id, label: Label(zh: zh, en: en), type: type, isRequired: required)
  }
}
