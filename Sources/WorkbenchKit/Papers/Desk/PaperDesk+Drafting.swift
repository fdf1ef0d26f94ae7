import KitDocuments
import KitModel
import KitWorkspace

extension PaperDesk {
  /// Drafts a paper: template and values become a text that no longer follows the data.
  @discardableResult
  public func draft(_ draft: PaperDraft) throws -> PaperRecord {
    let template = try template(of: draft.kind)
    let unit = try draft.unit.map { try name(of: $0, in: "unit") }
    let inspection = try draft.inspection.map { try name(of: $0, in: "inspection") }
    let recipient = draft.recipient ?? unit
    var variables = draft.variables
    for name in ["this_unit", "本单位"] { variables[name] = draft.unit.map(Value.text) ?? .null }
    for name in ["this_inspection", "本任务"] { variables[name] = draft.inspection.map(Value.text) ?? .null }
    var values = try queried(draft.kind, variables)
    for (name, text) in [
      ("单位", unit), ("主送", recipient), ("任务", inspection), ("发文机关", rules.organ), ("抄送", rules.copyTo),
      ("拟稿人", context.person), ("拟稿日期", context.asOf.officialText), ("文种", draft.kind.label.zh),
    ] {
      values[name] = .text(text ?? "")
      values["有" + name] = .flag(text?.isEmpty == false)
    }
    values.merge(draft.values) { $1 }
    values = values.mapValues(PaperText.withoutMarks)
    values.merge(PaperText.values) { $1 }
    let frozen = try template.frozen(values) { query in
      try context.query(query.text, variables: variables)
    }
    let text = try keepingPictures(of: frozen, draft.kind)
    guard let title = PaperText.title(of: text) else {
      throw Diagnostic(PaperFaults.noTitle, ["file": draft.kind.template + ".md"])
    }
    // It must be a paper before it is one.
    try PaperText.check(text, file: draft.kind.template, context.language, at: nil)
    return try change { change in
      let number = try register.nextDraft()
      try register.write(
        number,
        [
          ("kind", .text(draft.kind.label.zh)), ("title", .text(title)),
          ("unit", draft.unit.map(Value.text) ?? .null),
          ("inspection", draft.inspection.map(Value.text) ?? .null),
          ("recipient", recipient.map(Value.text) ?? .null), ("state", .text(PaperState.drafted.rawValue)),
          ("text", .text(text)), ("drafted_by", .text(context.person)), ("drafted_on", .date(context.asOf)),
        ], mode: .insert, change)
      return try register.paper(number)
    }
  }

  /// Refuses values that neither the template nor a query of the kind takes up: who gave one expects to find it.
  func refuseUnknown(_ given: [CommandArguments.Free], of kind: PaperKind) throws {
    let template = try template(of: kind)
    for value in given where !template.mentions(value.name) && !kind.asks("$" + value.name) {
      throw Diagnostic(
        PaperFaults.valueUnused,
        [
          "name": value.name, "kind": kind.label.zh, "kindEn": kind.label.en,
          "file": "templates/\(kind.template).md", "names": template.tagNames.joined(separator: "、"),
          "namesEn": template.tagNames.joined(separator: ", "),
        ], at: value.span)
    }
  }

  /// The workspace's own template goes before that of the plugin.
  private func template(of kind: PaperKind) throws -> DocumentTemplate {
    let file = "templates/\(kind.template).md"
    let places = [context.workspace?.folder, kind.folder].compactMap { $0 }
    for place in places {
      guard let bytes = TextFiles.bytes(of: place + "/" + file) else { continue }
      return DocumentTemplate(
        String(decoding: bytes, as: UTF8.self), file: file, language: context.language)
    }
    throw Diagnostic(
      PaperFaults.noTemplate, ["kind": kind.label.zh, "kindEn": kind.label.en, "file": file])
  }

  /// What the queries of a kind give: the first row of `facts` as values, the rows of `items` as parts to be repeated.
  private func queried(_ kind: PaperKind, _ variables: [String: Value]) throws -> [String: TemplateValue] {
    var values: [String: TemplateValue] = [:]
    if let facts = kind.facts {
      let table = try context.query(facts, variables: variables, from: "papers.yaml", "\(kind.id): facts")
      try table.refuseRestricted()
      for (place, column) in table.columns.enumerated() {
        let text = table.rows.first.map { PaperItems.text($0.values[place], column, context.language) } ?? ""
        values[column.label.zh] = .text(text)
        values["有" + column.label.zh] = .flag(!text.isEmpty)
      }
    }
    for items in kind.items {
      let table = try context.query(
        items.rows, variables: variables, from: "papers.yaml", "\(kind.id): items")
      try table.refuseRestricted()
      values.merge(PaperItems.values(items.name, table, context.language)) { $1 }
    }
    return values
  }

  /// The name of the row that a field of the register refers to.
  private func name(of key: String, in field: String) throws -> String {
    guard case .reference(let target)? = register.entity.fields.first(where: { $0.id == field })?.type,
      let entity = context.workspace?.entities.first(where: { $0.fullName == target }),
      let own = entity.key.first, let name = entity.nameField
    else { return key }
    let relation = quotedRelation(target)
    let table = try context.query(
      "\(relation) | where `\(own)` == $the_key | select `\(name)`", variables: ["the_key": .text(key)])
    guard let value = table.rows.first?.values.first, case .text(let text) = value else { return key }
    return text
  }
}
