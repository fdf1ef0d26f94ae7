import KitModel
import Yams

/// A node of a YAML file that knows its place and tells its reader what is wrong with it.
///
/// Every reading method returns nil after it has recorded a fault.
public struct YAMLNode {
  public let place: YAMLPlace
  let reader: YAMLReader
  private let node: Node

  init(_ node: Node, reader: YAMLReader) {
    self.node = node
    self.reader = reader
    place = node.mark.map { YAMLPlace(line: $0.line, column: $0.column) } ?? YAMLPlace(line: 1, column: 1)
  }

  /// Records a fault at this node.
  public func fault(_ message: Message, _ arguments: [String: String] = [:]) {
    reader.fault(message, arguments, at: place)
  }

  /// Records a fault at the beginning of another line of the same file; nil: at this node.
  public func fault(_ message: Message, _ arguments: [String: String] = [:], line: Int?) {
    reader.fault(message, arguments, at: line.map { YAMLPlace(line: $0, column: 1) } ?? place)
  }

  /// Nothing was written: an empty place, `~` or `null`.
  public var isEmpty: Bool {
    guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any else {
      return false
    }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  public var isMapping: Bool { if case .mapping = node { true } else { false } }
  public var isList: Bool { if case .sequence = node { true } else { false } }

  /// A scalar exactly as written; `0012` and `1.0` stay what they are.
  public func text() -> String? {
    guard case .scalar(let scalar) = node, !isEmpty else { return wrongType(YAMLMessages.textWanted) }
    return scalar.string
  }

  /// A whole number, written without blanks or separators.
  public func integer() -> Int? {
    guard case .scalar(let scalar) = node, let number = Int(scalar.string) else {
      return wrongType(YAMLMessages.integerWanted)
    }
    return number
  }

  /// `true` or `false`, and nothing that looks like them.
  public func boolean() -> Bool? {
    guard case .scalar(let scalar) = node, scalar.string == "true" || scalar.string == "false" else {
      return wrongType(YAMLMessages.booleanWanted)
    }
    return scalar.string == "true"
  }

  /// The members of a list.
  public func list() -> [YAMLNode]? {
    guard case .sequence(let sequence) = node else { return wrongType(YAMLMessages.listWanted) }
    return sequence.map { YAMLNode($0, reader: reader) }
  }

  /// A list of texts; a single text stands for a list of one.
  public func texts() -> [String]? {
    if case .scalar = node { return text().map { [$0] } }
    return list()?.compactMap { $0.text() }
  }

  /// A mapping whose keys must be among `keys`; others are faults, with near names offered.
  public func mapping(keys: [String]) -> YAMLMapping? {
    guard let entries = openMapping() else { return nil }
    var known: [String: YAMLNode] = [:]
    for (key, value) in entries {
      guard let name = key.text() else { continue }
      if keys.contains(name) {
        known[name] = value
      } else {
        let near = Nearness.suggestions(for: name, among: keys).first
        let allowed = keys.joined(separator: ", ")
        key.fault(
          near == nil ? YAMLMessages.unknownKey : YAMLMessages.unknownKeyNear,
          ["key": name, "near": near ?? "", "allowed": allowed])
      }
    }
    return YAMLMapping(node: self, values: known)
  }

  /// A mapping whose keys are data, in the order in which they stand.
  public func openMapping() -> [(key: YAMLNode, value: YAMLNode)]? {
    guard case .mapping(let mapping) = node else { return wrongType(YAMLMessages.mappingWanted) }
    return mapping.map { (YAMLNode($0.key, reader: reader), YAMLNode($0.value, reader: reader)) }
  }

  /// A label in both languages: `{zh: …, en: …}`, or one text that serves for both.
  public func label() -> Label? {
    if case .scalar = node { return text().map { Label(zh: $0, en: $0) } }
    guard let map = mapping(keys: ["zh", "en"]), let zh = map.requiredText("zh") else { return nil }
    return Label(zh: zh, en: map.text("en") ?? zh)
  }

  /// The scalar that stands here, if it is one; nothing is recorded.
  var plainText: String? {
    if case .scalar(let scalar) = node { scalar.string } else { nil }
  }

  /// What stands here, short, for a message.
  public var found: String {
    switch node {
    case .scalar(let scalar): isEmpty ? "∅" : "“\(scalar.string.prefix(40))”"
    case .sequence: "[…]"
    case .mapping: "{…}"
    default: "*"
    }
  }

  private func wrongType<Value>(_ message: Message) -> Value? {
    fault(message, ["found": found])
    return nil
  }
}
