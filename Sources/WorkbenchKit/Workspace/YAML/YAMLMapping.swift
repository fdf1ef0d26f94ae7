import KitModel

/// A mapping of a YAML file with known keys. A key without a value counts as absent.
public struct YAMLMapping {
  /// The mapping itself: where it begins.
  public let node: YAMLNode
  let values: [String: YAMLNode]

  /// What stands under `key`, unless it is absent or empty.
  public subscript(key: String) -> YAMLNode? {
    values[key].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// What stands under `key`; its absence is a fault.
  public func required(_ key: String) -> YAMLNode? {
    if let node = self[key] { return node }
    (values[key] ?? node).fault(YAMLMessages.missingKey, ["key": key])
    return nil
  }

  public func text(_ key: String) -> String? { self[key]?.text() }
  public func requiredText(_ key: String) -> String? { required(key)?.text() }
  public func integer(_ key: String) -> Int? { self[key]?.integer() }
  public func boolean(_ key: String) -> Bool? { self[key]?.boolean() }
  public func label(_ key: String) -> Label? { self[key]?.label() }
  /// The texts under `key`; none when it is absent.
  public func texts(_ key: String) -> [String] { self[key]?.texts() ?? [] }
  /// The members of the list under `key`; none when it is absent.
  public func list(_ key: String) -> [YAMLNode] { self[key]?.list() ?? [] }
  public func mapping(_ key: String, keys: [String]) -> YAMLMapping? { self[key]?.mapping(keys: keys) }

  /// The label kept under two keys, as in declarations: `label` (Chinese) and `english`.
  public func requiredLabel(_ zh: String = "label", _ en: String = "english") -> Label? {
    guard let chinese = requiredText(zh) else { return nil }
    return Label(zh: chinese, en: text(en) ?? chinese)
  }
}
