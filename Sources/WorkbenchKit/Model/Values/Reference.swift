/// A pointer to a row of an entity: its key, and its name where one is known.
///
/// References are compared by key; the name is what people are shown.
public struct Reference: Hashable, Sendable {
  public let key: String
  public let name: String?

  public init(key: String, name: String? = nil) {
    self.key = key
    self.name = name
  }

  public static func == (left: Reference, right: Reference) -> Bool { left.key == right.key }

  public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}
