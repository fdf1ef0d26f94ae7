import KitModel

/// Every word of the language, as data.
///
/// The parser, help, completion, suggestions and tests all read these tables; nothing else lists words.
public enum Words {
  /// All words, stage words first.
  public static let all: [Word] =
    stages + statements + clauses + operators + values + types + functions + commands

  /// Aggregates, window functions and functions of one row.
  public static let functions: [Word] =
    aggregates + windowFunctions + numberFunctions + textFunctions + dateFunctions

  /// The words of a kind.
  public static func of(_ kind: Word.Kind) -> [Word] { all.filter { $0.kind == kind } }

  /// The word of a kind with that spelling in either language; case and width do not matter.
  public static func find(_ name: String, _ kind: Word.Kind) -> Word? { find(name).first { $0.kind == kind } }

  /// The words of every kind with that spelling.
  public static func find(_ name: String) -> [Word] { (index[NameKey(name)] ?? []).map { all[$0] } }

  /// The function, aggregate or window function with that name.
  public static func function(_ name: String) -> Word? {
    find(name).first { $0.kind.isFunction }
  }

  /// Places in `all` by spelling. Made whenever a text is parsed for the first time, so no word is copied for it.
  private static let index: [NameKey: [Int]] = {
    var index: [NameKey: [Int]] = [:]
    index.reserveCapacity(all.count * 3)
    for (place, word) in all.enumerated() {
      for spelling in word.spellings {
        let key = NameKey(spelling)
        // Two spellings of one word may have one key.
        if index[key]?.last != place { index[key, default: []].append(place) }
      }
    }
    return index
  }()
}

/// `zh("…", en: "…")` in the tables.
func both(_ zh: String, _ en: String) -> Label { Label(zh: zh, en: en) }
