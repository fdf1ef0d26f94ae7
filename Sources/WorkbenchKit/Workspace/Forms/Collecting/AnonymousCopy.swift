import KitFormats
import KitModel
import KitStore

/// The copy that is kept of an anonymous sheet: written anew from what was read, since the file as received tells whose
/// it is: by its identity, its name, its properties.
struct AnonymousCopy {
  private let item: FormReturn
  private let form: Form
  private let period: Period

  init(_ item: FormReturn, _ form: Form, _ period: Period) {
    (self.item, self.form, self.period) = (item, form, period)
  }

  /// Keeps it below `data/收件/`, named by its number; a look and a dry run write nothing.
  func keep(_ desk: FormDesk, isLook: Bool) throws -> (path: String, sha256: String) {
    let label = form.declaration.label.zh
    let place = "data/收件/" + FormNames.folder(label, period)
    let name = String(item.ordinal ?? 0) + ".xlsx"
    if isLook || desk.context.isDryRun { return (place + "/" + name, "") }
    let folder = try TemporaryFolder()
    let path = folder.path + "/" + name
    let options = WritingOptions(language: desk.context.language, time: desk.context.time)
    _ = try FormWorkbook(page: page(desk.context.language), identity: [], options: options).write(to: path)
    let sha256 = try ReceivedFile.hash(path)
    let copy = try KeptReturn.copy(
      path, sha256: sha256, to: place, as: name, in: desk.folder, isDryRun: false)
    return (copy, sha256)
  }

  /// The sheet as it was sent, with what was entered in the same cells.
  private func page(_ language: UILanguage) -> FormPage {
    let fields = form.declaration.fields
    var page = FormSheet(
      of: form.declaration, isAnonymous: form.isAnonymous, digest: "", period: period,
      recipient: FormRecipient(key: "", name: ""), deadline: nil,
      rows: item.rows.map(\.values), language: language
    ).page
    let shown = Dictionary(
      (item.identity?.locks ?? []).map { ([$0.row, $0.field], $0.text) }, uniquingKeysWith: { $1 })
    for row in item.rows where page.rows.indices.contains(row.index) {
      page.rows[row.index] = fields.map { field in
        let value = row.values[field.id] ?? .null
        guard field.isShown, !field.declaration.type.isNumeric, !value.isNull else { return value }
        return shown[[String(row.index), field.id]].map(Value.text) ?? value
      }
    }
    return page
  }
}
