/// "Did you mean": near names, and none where nothing is near.
public enum Nearness {
  /// The candidates that `name` may have been meant for, nearest first, at most `limit`.
  ///
  /// A candidate is near when its edit distance (insert, delete, replace, swap of neighbours) is at most a
  /// third of the longer name, and at least one character agrees; a short Chinese name (two or three
  /// characters) may differ in one.
  public static func suggestions(for name: String, among candidates: some Sequence<String>, limit: Int = 3)
    -> [String]
  {
    let wanted = Array(NameKey(name).description)
    guard !wanted.isEmpty, wanted.count <= 64 else { return [] }
    var seen: Set<String> = []
    var found: [(distance: Int, name: String)] = []
    for candidate in candidates where seen.insert(candidate).inserted {
      let other = Array(NameKey(candidate).description)
      let longer = max(wanted.count, other.count)
      guard other.count <= 64, longer > 1 else { continue }
      let allowed = max(1, longer / 3)
      guard abs(wanted.count - other.count) <= allowed else { continue }
      let distance = Self.distance(wanted, other)
      if distance <= allowed && distance < longer { found.append((distance, candidate)) }
    }
    found.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    return found.prefix(limit).map(\.name)
  }

  /// Optimal string alignment distance.
  static func distance(_ left: [Character], _ right: [Character]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var before: [Int] = []
    var previous = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      for column in 1...right.count {
        let same = left[row - 1] == right[column - 1]
        var best = min(
          previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (same ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          best = min(best, before[column - 2] + 1)
        }
        current.append(best)
      }
      before = previous
      previous = current
    }
    return previous[right.count]
  }
}
