import KitModel

/// What became of an indicator on a score sheet since the sheet was made.
struct SheetChange {
  var indicator: String
  var words: Label
  /// Whether what was entered cannot stand any more: it was asked for otherwise, or not at all.
  var voids: Bool

  /// What differs for one kind of evaluator between the rubric of a sheet and that of now, in the order of now.
  static func all(of evaluator: Evaluator, from old: Rubric, to new: Rubric) -> [SheetChange] {
    func entered(_ rubric: Rubric) -> [Indicator] { rubric.leaves.filter { $0.isEntered(by: evaluator.id) } }
    let before = Dictionary(entered(old).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let now = entered(new)
    var changes: [SheetChange] = now.flatMap { indicator in
      before[indicator.id].map { differences($0, indicator, evaluator.id) }
        ?? [SheetChange(indicator: indicator.id, words: SheetWords.added, voids: true)]
    }
    let kept = Set(now.map(\.id))
    changes += entered(old).filter { !kept.contains($0.id) }.map {
      SheetChange(indicator: $0.id, words: SheetWords.removed, voids: false)
    }
    return changes
  }

  private static func differences(_ old: Indicator, _ new: Indicator, _ evaluator: String) -> [SheetChange] {
    var changes: [SheetChange] = []
    func add(_ words: Label, voids: Bool) {
      changes.append(SheetChange(indicator: new.id, words: words, voids: voids))
    }
    if old.full != new.full {
      let words = Label(
        zh: SheetWords.fullChanged.zh.replacing("{before}", with: old.full.text)
          .replacing("{now}", with: new.full.text),
        en: SheetWords.fullChanged.en.replacing("{before}", with: old.full.text)
          .replacing("{now}", with: new.full.text))
      // A figure is none of the full marks.
      add(words, voids: new.takesMarks || old.takesMarks)
    }
    if old.asked(of: evaluator) != new.asked(of: evaluator) {
      add(SheetWords.askedOtherwise, voids: true)
    } else if old.leaf?.rule != new.leaf?.rule {
      add(SheetWords.ruleChanged, voids: false)
    }
    return changes
  }
}

extension Indicator {
  /// What a kind of evaluator is asked for: a mark or a figure, in which unit, and which marks are allowed.
  fileprivate func asked(of evaluator: String) -> [String] {
    var asked = [
      takesMarks ? "mark" : "figure", takesBase(of: evaluator) ? "base" : "", unitOfFigure ?? "",
    ]
    if case .points(let steps)? = leaf?.rule { asked += steps.map(\.text) }
    return asked
  }
}
