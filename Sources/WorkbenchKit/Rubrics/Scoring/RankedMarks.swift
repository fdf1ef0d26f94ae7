import KitModel

/// Marks that depend on how a figure compares with those of other subjects.
struct RankedMarks {
  let rule: Rule
  let full: Fraction
  let subjects: [ScoringInput.Subject]

  /// Gives a mark to each outcome that has a figure and waits for its rank.
  func fill(_ outcomes: inout [LeafOutcome]) {
    let waiting = outcomes.indices.filter { outcomes[$0].state == .mark }
    switch rule {
    case .rank(let ladder, let direction):
      climb(ladder, direction, waiting, &outcomes)
    case .thresholdElseRank(let target, let direction, let ladder):
      let short = waiting.filter { index in
        outcomes[index].figure.map { !direction.reaches($0, target) } ?? false
      }
      for index in waiting { outcomes[index].mark = full }
      climb(ladder, direction, short, &outcomes)
    case .proportion(let direction, let withinCategory):
      for group in groups(waiting, withinCategory) { share(direction, group, &outcomes) }
    default: return
    }
  }

  private func groups(_ indices: [Int], _ withinCategory: Bool) -> [[Int]] {
    withinCategory ? Dictionary(grouping: indices) { subjects[$0].category }.map(\.value) : [indices]
  }

  private func climb(
    _ ladder: Rule.Ladder, _ direction: Rule.Direction, _ indices: [Int], _ outcomes: inout [LeafOutcome]
  ) {
    for group in groups(indices, ladder.withinCategory) {
      let ranks = Ranking.ranks(group.map { outcomes[$0].figure }) { direction.isBetter($0, than: $1) }
      for (place, index) in group.enumerated() {
        guard let rank = ranks[place] else { continue }
        outcomes[index].mark = rank <= ladder.marks.count ? ladder.marks[rank - 1] : ladder.rest
        outcomes[index].remarks.append(
          Remark(ScoringMessages.ranked, ["rank": "\(rank)", "count": "\(group.count)"]))
      }
    }
  }

  /// First = full. Where less is better the first has the least; where the first has nothing, all who have
  /// nothing get full and the others none.
  private func share(_ direction: Rule.Direction, _ group: [Int], _ outcomes: inout [LeafOutcome]) {
    let figures = group.compactMap { outcomes[$0].figure }
    guard let best = figures.max(by: { direction.isBetter($1, than: $0) }) else { return }
    let remark = Remark(ScoringMessages.best, ["best": best.text])
    for index in group {
      guard let figure = outcomes[index].figure else { continue }
      if figure == best {
        outcomes[index].mark = full
      } else {
        let part = direction == .higher ? figure.divided(by: best) : best.divided(by: figure)
        // Below zero there is no proportion.
        let isProportional = !figure.isNegative && !best.isNegative
        outcomes[index].mark = isProportional ? full * min(.one, part ?? .zero) : .zero
      }
      outcomes[index].remarks.append(remark)
    }
  }
}

/// Ranks with ties: equal values share the better rank, and the next one is left out (1, 2, 2, 4).
enum Ranking {
  /// The rank of each value from 1; nil where there is none.
  static func ranks<Score>(_ values: [Score?], isBetter: (Score, Score) -> Bool) -> [Int?] {
    let order = values.indices.filter { values[$0] != nil }.sorted { first, second in
      guard let left = values[first], let right = values[second] else { return false }
      return isBetter(left, right)
    }
    var ranks = [Int?](repeating: nil, count: values.count)
    for (place, index) in order.enumerated() {
      if place > 0, let value = values[index], let before = values[order[place - 1]], !isBetter(before, value)
      {
        ranks[index] = ranks[order[place - 1]]
      } else {
        ranks[index] = place + 1
      }
    }
    return ranks
  }
}
