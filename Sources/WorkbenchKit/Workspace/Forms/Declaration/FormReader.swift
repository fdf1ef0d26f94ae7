import KitLanguage
import KitModel

/// Makes a form of its YAML, and gathers all faults.
struct FormReader {
  let plugin: String
  let file: String

  private static let keys = [
    "id", "label", "english", "meaning", "period", "unit", "recipients", "contact", "phone", "deadline",
    "title",
    "guide", "rows", "fields", "checks",
  ]
  private static let fieldKeys = ["key", "shown", "limit"]

  static func read(_ bytes: [UInt8], plugin: String, file: String) throws -> FormDeclaration {
    try YAMLReader.read(bytes, file: file) { FormReader(plugin: plugin, file: file).form($0) }
  }

  private func form(_ root: YAMLNode) -> FormDeclaration? {
    guard let map = root.mapping(keys: Self.keys) else { return nil }
    let idNode = map.required("id")
    let label = map.requiredLabel()
    let periodNode = map.required("period")
    let unit = map.requiredText("unit")
    let recipients = pipeline(map.required("recipients"))
    let fieldNodes = map.required("fields")?.list() ?? []
    let fields = fieldNodes.compactMap(field)
    let rows = rows(map)
    let (checks, changes) = checks(map, fields)
    guard let id = idNode?.text(), let label, let written = periodNode?.text(), let unit, let recipients
    else {
      return nil
    }
    if !EntityReader.isIdentifier(id) { idNode?.fault(DeclarationMessages.badIdentifier, ["id": id]) }
    let kind = Period.Kind(rawValue: written)
    if kind == nil { periodNode?.fault(FormFaults.periodKind, ["found": written]) }
    check(fields, fieldNodes, rows, map)
    guard let kind else { return nil }
    return FormDeclaration(
      plugin: plugin, id: id, label: label, meaning: map.label("meaning"), period: kind, unit: unit,
      recipients: recipients, contact: map.text("contact"), phone: map.text("phone"),
      days: map.integer("deadline"), title: map.text("title"), guide: map.texts("guide"), rows: rows,
      fields: fields, checks: checks, changes: changes, file: file)
  }

  private func field(_ node: YAMLNode) -> FormField? {
    guard
      let field = FieldReader(node: node, fullName: { $0 }, furtherKeys: Self.fieldKeys).field()
    else { return nil }
    var more: [String: YAMLNode] = [:]
    for (key, value) in node.openMapping() ?? [] {
      if let name = key.plainText, Self.fieldKeys.contains(name) { more[name] = value }
    }
    return FormField(
      field, isKey: more["key"]?.boolean() ?? false, isShown: more["shown"]?.boolean() ?? false,
      limit: more["limit"]?.text())
  }

  private func pipeline(_ node: YAMLNode?) -> String? {
    guard let node, let text = node.text() else { return nil }
    if (try? Parser.parse(text).get()) == nil { node.fault(FormFaults.notLanguage, ["text": text]) }
    return text
  }

  private func rows(_ map: YAMLMapping) -> FormRows {
    guard let node = map["rows"] else { return .one }
    if node.isMapping {
      let free = node.mapping(keys: ["free"])
      guard let maximum = free?.required("free")?.integer() else { return .one }
      if !(1...2000).contains(maximum) { node.fault(FormFaults.rowLimit, ["found": String(maximum)]) }
      return .free(maximum: maximum)
    }
    guard let text = node.text() else { return .one }
    if text == "one" { return .one }
    return .given(pipeline: pipeline(node) ?? text)
  }

  private func checks(_ map: YAMLMapping, _ fields: [FormField]) -> ([FormCheck], [FormChange]) {
    var checks: [FormCheck] = []
    var changes: [FormChange] = []
    func known(_ node: YAMLNode?) -> String? {
      guard let node, let id = node.text() else { return nil }
      if !fields.contains(where: { $0.id == id }) { node.fault(FormFaults.noSuchField, ["field": id]) }
      return id
    }
    for node in map.list("checks") {
      guard let entry = node.mapping(keys: ["check", "message", "change", "limit", "reason"]) else {
        continue
      }
      if entry["change"] != nil {
        let field = known(entry["change"])
        let reason = known(entry.required("reason"))
        let limitNode = entry.required("limit")
        let written = limitNode?.text() ?? ""
        let limit = DeclaredType.value(written, .percent(scale: 4))
        if limitNode != nil, limit == nil { limitNode?.fault(FormFaults.changeLimit, ["found": written]) }
        if let field, let reason, case .decimal(let share)? = limit {
          changes.append(FormChange(field: field, limit: share, reason: reason))
        }
      } else if let condition = entry.requiredText("check"), let message = entry.requiredText("message") {
        if (try? Parser.parse(condition).get()) == nil {
          entry["check"]?.fault(FormFaults.notLanguage, ["text": condition])
        }
        checks.append(FormCheck(condition, message: message))
      }
    }
    return (checks, changes)
  }

  private func check(_ fields: [FormField], _ nodes: [YAMLNode], _ rows: FormRows, _ map: YAMLMapping) {
    var book = NameBook(message: DeclarationMessages.clashOfFields)
    for (field, node) in zip(fields, nodes) where fields.count == nodes.count {
      book.add(field.declaration.names, of: field.id, at: node)
      if ["unit", "period", "row"].contains(field.id) {
        node.fault(FormFaults.reserved, ["field": field.id])
      }
      if let limit = field.limit, !fields.contains(where: { $0.id == limit && $0.declaration.type.isNumeric })
      {
        node.fault(FormFaults.noSuchField, ["field": limit])
      }
    }
    switch rows {
    case .given:
      if !fields.contains(where: \.isKey) { map["rows"]?.fault(FormFaults.givenWithoutKey) }
    case .one, .free:
      for (field, node) in zip(fields, nodes) where field.isShown {
        node.fault(FormFaults.shownWithoutRows, ["field": field.id])
      }
    }
  }
}
