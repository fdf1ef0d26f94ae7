import KitModel

/// The rows of an entity by every name that a file may use for them.
struct ReferenceIndex {
  /// What the entity is called in messages.
  let label: Label
  private var keys: [MatchKey: [String]] = [:]
  private var names: [String: String] = [:]
  /// Spellings for "did you mean".
  private var spellings: [String] = []

  init(label: Label) { self.label = label }

  /// Enters a row under its key and further names.
  mutating func add(key: String, name: String?, spellings more: [String]) {
    names[key] = name
    for spelling in [key] + more {
      let match = MatchKey(spelling)
      if keys[match]?.contains(key) != true {
        keys[match, default: []].append(key)
        spellings.append(spelling)
      }
    }
  }

  /// Takes the rows of another index in: those of the file itself, which may refer to each other.
  mutating func merge(_ other: ReferenceIndex) {
    names.merge(other.names) { $1 }
    for (match, found) in other.keys {
      for key in found where keys[match]?.contains(key) != true { keys[match, default: []].append(key) }
    }
    spellings += other.spellings
  }

  enum Finding: Equatable {
    case one(String)
    case several([String])
    case none
  }

  /// The row that answers to a spelling: its key before all names of others.
  func find(_ spelling: String) -> Finding {
    let found = keys[MatchKey(spelling)] ?? []
    if found.count > 1, let exact = found.first(where: { $0 == spelling }) { return .one(exact) }
    return found.count == 1 ? .one(found[0]) : found.isEmpty ? .none : .several(found)
  }

  /// The key that a number would be with the zeros in front that a spreadsheet drops.
  func withLeadingZeros(_ digits: String) -> String? {
    guard !digits.isEmpty, digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    var padded = digits
    for _ in 0..<4 {
      padded = "0" + padded
      if names[padded] != nil { return padded }
    }
    return nil
  }

  /// Spellings near to one that finds nothing.
  func near(_ spelling: String) -> [String] {
    // A list of many thousand names would take seconds for each bad cell of a bad file.
    guard spellings.count <= 5000 else { return [] }
    return Nearness.suggestions(for: spelling, among: spellings, limit: 2)
  }

  /// What the row of a key is called.
  func name(of key: String) -> String? { names[key] }

  /// `09091001 青石镇中心小学`
  func described(_ key: String) -> String {
    guard let name = names[key], name != key else { return key }
    return "\(key) \(name)"
  }

  var isEmpty: Bool { names.isEmpty }
}
