import KitModel
import KitWorkspace

/// Reads `archive.yaml`.
enum ArchiveRulesReader {
  static func read(_ bytes: [UInt8], file: String, plugin: String?) throws -> ArchiveRules {
    try YAMLReader.read(bytes, file: file) { root in
      guard let map = root.mapping(keys: ["parts", "missing"]) else { return nil }
      var rules = ArchiveRules()
      rules.parts = map.list("parts").compactMap { part($0, plugin) }
      rules.gaps = map.list("missing").compactMap { gap($0, plugin) }
      return rules
    }
  }

  private static func part(_ node: YAMLNode, _ plugin: String?) -> ArchiveRules.Part? {
    guard
      let map = node.mapping(keys: ["label", "english", "holds", "rows", "command", "retention", "alone"]),
      let label = map.requiredLabel(), let retention = map.required("retention").flatMap(retention),
      let content = content(map)
    else { return nil }
    return .init(
      label: label, holds: content, retention: retention, plugin: plugin,
      isOfAreaAlone: map.boolean("alone") ?? false)
  }

  private static func content(_ map: YAMLMapping) -> ArchiveRules.Content? {
    guard let node = map["holds"], let word = node.text() else {
      return map.requiredText("rows").map { .rows($0) }
    }
    switch word {
    case "papers": return .papers(rows: map.text("rows"))
    case "received": return .received
    case "journal": return .journal
    case "evidence": return map.requiredText("rows").map { .evidence(rows: $0) }
    case "documents":
      guard let rows = map.requiredText("rows"), let command = map.requiredText("command") else { return nil }
      return .documents(rows: rows, command: command)
    default:
      let allowed = ["papers", "received", "evidence", "documents", "journal"]
      node.fault(ArchiveMessages.wordUnknown, ["found": word, "allowed": allowed.joined(separator: ", ")])
      return nil
    }
  }

  private static func retention(_ node: YAMLNode) -> ArchiveRules.Retention? {
    guard let text = node.text() else { return nil }
    if let known = ArchiveRules.Retention(rawValue: text) { return known }
    node.fault(
      ArchiveMessages.wordUnknown,
      ["found": text, "allowed": ArchiveRules.Retention.allCases.map(\.rawValue).joined(separator: ", ")])
    return nil
  }

  private static func gap(_ node: YAMLNode, _ plugin: String?) -> ArchiveRules.Gap? {
    guard let map = node.mapping(keys: ["label", "english", "rows", "alone"]),
      let label = map.requiredLabel(),
      let rows = map.requiredText("rows")
    else { return nil }
    return .init(
      label: label, rows: rows, plugin: plugin, isOfAreaAlone: map.boolean("alone") ?? false)
  }
}
