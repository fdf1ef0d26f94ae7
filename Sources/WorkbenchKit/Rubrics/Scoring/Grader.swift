import KitModel

/// Gives grades by lines and quotas, with the effects of vetoes.
struct Grader {
  let grading: Grading
  let rubric: Rubric
  let subjects: [ScoringInput.Subject]
  /// The number that decides for each subject; nil: it has no total.
  let values: [Fraction?]
  /// Marks of a leaf or node, for ties.
  let marks: (_ indicator: String, _ subject: Int) -> Fraction?
  /// What vetoes do to each subject.
  let effects: [[Rule.VetoEffect]]

  /// The grade of each subject (nil without a total) and what has to be said about ties.
  func grades() -> [(grade: String?, remarks: [Remark])] {
    var given = [Int?](repeating: nil, count: subjects.count)
    var remarks = [[Remark]](repeating: [], count: subjects.count)
    var open = Set<Int>()
    // The best grade that a veto leaves open.
    var best = [Int](repeating: 0, count: subjects.count)
    for subject in subjects.indices where values[subject] != nil {
      for effect in effects[subject] {
        switch effect {
        case .grade(let name): given[subject] = max(given[subject] ?? 0, grading.index(of: name) ?? 0)
        case .gradeAtMost(let name): best[subject] = max(best[subject], grading.index(of: name) ?? 0)
        case .score: break
        }
      }
      if given[subject] == nil { open.insert(subject) }
    }
    for (index, grade) in grading.grades.enumerated() {
      var candidates = open.filter { best[$0] <= index && reaches(grade, $0) }
      if let quota = grade.quota { candidates = within(quota, candidates, grade, &remarks) }
      for subject in candidates { given[subject] = index }
      open.subtract(candidates)
    }
    return subjects.indices.map { (given[$0].map { grading.grades[$0].name }, remarks[$0]) }
  }

  private func reaches(_ grade: Grading.Grade, _ subject: Int) -> Bool {
    guard let line = grade.line, let value = values[subject] else { return true }
    return value >= line
  }

  private func within(
    _ quota: Grading.Quota, _ candidates: Set<Int>, _ grade: Grading.Grade, _ remarks: inout [[Remark]]
  ) -> Set<Int> {
    var kept: Set<Int> = []
    let scored = subjects.indices.filter { values[$0] != nil }
    let groups =
      quota.withinCategory ? Dictionary(grouping: scored) { subjects[$0].category }.map(\.value) : [scored]
    for group in groups {
      let places = quota.places(of: group.count)
      let wanting = group.filter { candidates.contains($0) }
      guard wanting.count > places else {
        kept.formUnion(wanting)
        continue
      }
      let order = wanting.sorted { isBefore($0, $1) }
      guard places > 0, let line = values[order[places - 1]] else {
        for subject in wanting { remarks[subject].append(full(grade, places)) }
        continue
      }
      let above = order.filter { values[$0].map { $0 > line } ?? false }
      let equal = order.filter { values[$0] == line }
      kept.formUnion(above)
      let room = places - above.count
      let taken = equal.count <= room ? equal : settle(equal, room, grade, &remarks)
      kept.formUnion(taken)
      for subject in wanting where !kept.contains(subject) { remarks[subject].append(full(grade, places)) }
    }
    return kept
  }

  private func isBefore(_ first: Int, _ second: Int) -> Bool {
    guard let left = values[first], let right = values[second] else { return values[first] != nil }
    return left > right
  }

  /// Which of equal totals take the `room` places that are left.
  private func settle(
    _ equal: [Int], _ room: Int, _ grade: Grading.Grade, _ remarks: inout [[Remark]]
  ) -> [Int] {
    func say(_ message: Message, _ subjects: [Int], _ arguments: [String: String] = [:]) {
      let all = ["grade": grade.name, "count": "\(equal.count)", "room": "\(room)"].merging(arguments) { $1 }
      for subject in subjects { remarks[subject].append(Remark(message, all)) }
    }
    switch grading.tie {
    case .in?:
      say(ScoringMessages.tieIn, equal)
      return equal
    case .out?, nil:
      say(ScoringMessages.tieOut, equal)
      return []
    case .by(let indicators, let otherwise)?:
      let key = { (subject: Int) in indicators.map { marks($0, subject) } }
      let order = equal.sorted { Self.precedes(key($0), key($1)) }
      let line = key(order[room - 1])
      let clear = order.filter { Self.precedes(key($0), line) }
      let tied = order.filter { key($0) == line }
      let names = ["indicators": indicators.joined(separator: "、")]
      say(ScoringMessages.tieBroken, equal, names)
      if tied.count <= room - clear.count { return clear + tied }
      say(otherwise == .in ? ScoringMessages.tieIn : ScoringMessages.tieOut, tied)
      return otherwise == .in ? clear + tied : clear
    }
  }

  /// More marks go first; no mark goes last.
  private static func precedes(_ left: [Fraction?], _ right: [Fraction?]) -> Bool {
    for (a, b) in zip(left, right) where a != b {
      guard let a else { return false }
      guard let b else { return true }
      return a > b
    }
    return false
  }

  private func full(_ grade: Grading.Grade, _ places: Int) -> Remark {
    Remark(ScoringMessages.quotaFull, ["grade": grade.name, "places": "\(places)"])
  }
}
