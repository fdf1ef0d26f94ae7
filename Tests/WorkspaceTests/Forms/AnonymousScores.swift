import KitModel

@testable import KitWorkspace

/// A score sheet without the names of those who fill it.
struct AnonymousScores: FormProvider {
  var basis = "2024-1"

  func forms(for period: Period?, in context: any CommandContext) throws -> [Form] {
    guard let period else { return [] }
    func field(_ id: String, _ zh: String, _ type: DataType) -> FieldDeclaration {
      FieldDeclaration(id: id, label: Label(zh: zh, en: id), type: type)
    }
    let marks = DataType.decimal(precision: 5, scale: 1)
    let declaration = FormDeclaration(
      plugin: "duty", id: "score", label: Label(zh: "评分表", en: "Scores"), period: .year, unit: "p.school",
      recipients: "", rows: .given(pipeline: ""),
      fields: [
        FormField(field("item", "指标", .text), isKey: true),
        FormField(field("full", "满分", marks), isShown: true),
        FormField(field("score", "得分", marks), limit: "full"),
      ])
    var form = Form(
      declaration,
      target: FormTarget(
        entity: "p.mark", unit: nil, period: "year", ordinal: "ordinal", constants: ["kind": .text("学校")]),
      recipients: { _ in ["0001", "0002", "0003", "0004"].map { FormRecipient(key: $0, name: $0) } },
      rows: { _, recipients in
        let row: [String: Value] = [
          "item": .text("A1"), "full": .decimal(ExactDecimal(units: 100, scale: 1)),
        ]
        return Dictionary(uniqueKeysWithValues: recipients.map { ($0.key, [row]) })
      })
    form.isAnonymous = true
    form.basis = basis
    return period.kind == .year ? [form] : []
  }
}
