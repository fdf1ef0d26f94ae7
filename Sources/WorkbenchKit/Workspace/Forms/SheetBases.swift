import KitModel
import KitStore

/// From which state of its basis each sheet of a form was made, those that are out and those that are back.
///
/// A note beside the data: what was sent and taken is history, and this only tells what it was sent for. Sheets that
/// were sent before such notes were kept have none.
public struct SheetBases {
  private let store: any Store
  private let name: String
  /// The basis by the mark of a sheet.
  private var bases: [String: String] = [:]
  private var isChanged = false

  public init(of form: String, _ period: Period, in store: any Store) throws {
    self.store = store
    name = "form.bases.\(form).\(period.stored)"
    for line in try (store.note(name) ?? "").split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      for mark in words.dropFirst() { bases[mark] = words.first }
    }
  }

  /// The mark of a sheet that is out.
  static func sent(_ token: String) -> String { token }
  /// The mark of a sheet that is back; an anonymous one is known by its unit alone.
  static func received(_ unit: String, _ sha256: String?) -> String {
    sha256.map { String($0.prefix(24)) } ?? "@" + TextDigest.sha256(unit).prefix(16)
  }

  /// What a sheet that is out was made from; nil: nobody wrote it down.
  public func basis(ofSent token: String) -> String? { bases[Self.sent(token)] }

  /// What a sheet that is back was made from.
  public func basis(ofReceived unit: String, _ sha256: String?) -> String? {
    bases[Self.received(unit, sha256)]
  }

  mutating func set(_ basis: String, for mark: String) {
    guard bases.updateValue(basis, forKey: mark) != basis else { return }
    isChanged = true
  }

  func save() throws {
    guard isChanged else { return }
    let lines = Dictionary(grouping: bases.keys) { bases[$0] ?? "" }.sorted { $0.key < $1.key }
      .map { ([$0.key] + $0.value.sorted()).joined(separator: " ") }
    try store.keepNote(lines.joined(separator: "\n"), as: name)
  }

  // MARK: What a basis was

  private static func textName(_ basis: String) -> String { "form.basis.\(basis)" }

  /// Keeps what a basis says, so that a later one can be compared with it.
  package static func keep(_ text: String, as basis: String, in store: any Store) throws {
    guard !text.isEmpty, try store.note(textName(basis)) == nil else { return }
    try store.keepNote(text, as: textName(basis))
  }

  /// What a basis said; nil: it was not kept.
  public static func text(of basis: String, in store: any Store) throws -> String? {
    try store.note(textName(basis))
  }
}
