import KitQuery

/// Which of some texts another one is: keys of subjects, ids of indicators.
struct TextPlaces: Sendable {
  /// The bytes of all texts one after another, and where each begins; behind them the end of the last.
  private let bytes: [UInt8]
  private let starts: [Int]
  private let places: [String: Int]

  /// A text that stands there twice has its first place.
  init(_ texts: [String]) {
    var bytes: [UInt8] = []
    starts =
      [0]
      + texts.map { text in
        bytes.append(contentsOf: text.utf8)
        return bytes.count
      }
    self.bytes = bytes
    places = Dictionary(texts.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var count: Int { starts.count - 1 }

  subscript(_ text: String) -> Int? { places[text] }

  /// Looks rows up one after another. They mostly come in an order that comes back: so the last text is looked at first,
  /// then the one that followed it before, and at the beginning the next one.
  struct Cursor {
    private let texts: TextPlaces
    private var last = 0
    private var followers: [Int]

    init(_ texts: TextPlaces) {
      self.texts = texts
      followers = texts.starts.indices.map { $0 + 1 }
    }

    /// The place of the text or key in a column; nil: it is none of the texts.
    mutating func place(_ row: any KeyedRow, _ column: Int) throws -> Int? {
      if let text = row.text(at: column) { return place(of: text) }
      return InputGatherer.key(try row.value(at: column)).flatMap { texts[$0] }
    }

    private mutating func place(of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
      if texts.has(bytes, at: last) { return last }
      let follower = followers[last]
      if texts.has(bytes, at: follower) {
        last = follower
        return follower
      }
      guard let found = texts[String(decoding: bytes, as: UTF8.self)] else { return nil }
      followers[last] = found
      last = found
      return found
    }
  }

  private func has(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    guard place < count, text.count == starts[place + 1] - starts[place] else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      text.elementsEqual(bytes[starts[place]..<starts[place + 1]])
    }
  }
}

/// What was found for a text, kept for the rows that follow with the same.
struct LastText<Found> {
  private var text: [UInt8] = []
  private var found: Found?

  /// What `find` gives for the text of a column, which is what people read of it.
  mutating func found(_ row: any KeyedRow, _ column: Int, _ find: (String) -> Found) throws -> Found {
    let bytes = row.text(at: column)
    if let found, let bytes, text.elementsEqual(bytes) { return found }
    let new = find(InputGatherer.text(try row.value(at: column)))
    // What is no text is looked up each time.
    found = bytes == nil ? nil : new
    text = bytes.map(Array.init) ?? []
    return new
  }
}
