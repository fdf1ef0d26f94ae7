/// Which of the subjects a key is.
struct SubjectPlaces: Sendable {
  private let keys: [String]
  private let places: [String: Int]

  init(_ subjects: [ScoringInput.Subject]) {
    keys = subjects.map(\.key)
    places = Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var count: Int { keys.count }

  subscript(_ key: String) -> Int? { places[key] }

  /// Looks rows up one after another. They mostly come in the order of the subjects, so that the last one and the next
  /// are looked at first.
  struct Cursor {
    private let places: SubjectPlaces
    private var last = 0

    init(_ places: SubjectPlaces) { self.places = places }

    mutating func place(of key: String) -> Int? {
      if last < places.count, places.keys[last] == key { return last }
      if last + 1 < places.count, places.keys[last + 1] == key {
        last += 1
        return last
      }
      guard let found = places[key] else { return nil }
      last = found
      return found
    }
  }
}
