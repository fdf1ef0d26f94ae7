import KitModel

/// Who answers to which name, and the fault when two do.
struct NameBook {
  private var owners: [NameKey: String] = [:]
  let message: Message

  init(message: Message) { self.message = message }

  /// Enters the names of `owner`; a name that another owner has is a fault at `node`.
  ///
  /// - Parameter silent: Whether clashes are somebody else's to report.
  mutating func add(_ names: [String], of owner: String, at node: YAMLNode, silent: Bool = false) {
    var seen: Set<NameKey> = []
    for name in names {
      let key = NameKey(name)
      guard seen.insert(key).inserted else { continue }
      if let other = owners[key] {
        if other != owner && !silent {
          node.fault(message, ["name": name, "first": other, "second": owner])
        }
      } else {
        owners[key] = owner
      }
    }
  }
}
