import KitModel

/// Makes one mark of those that evaluators gave a subject.
struct EvaluatorMarks {
  let scorer: LeafScorer
  let subject: Int

  enum Combined {
    case mark(Fraction, [Remark])
    case tooFew(Remark)
    case refused(Remark)
  }

  private func entries(_ evaluator: String) -> [Entry] {
    guard let all = scorer.input.entries[scorer.indicator.id]?[evaluator], subject < all.count else {
      return []
    }
    return all[subject]
  }

  /// What the evaluator is called, for remarks.
  private func names(_ evaluator: String) -> [String: String] {
    let label = scorer.rubric.evaluator(evaluator)?.label ?? Label(zh: evaluator, en: evaluator)
    return ["evaluator": label.zh, "evaluatorEn": label.en]
  }

  /// The mean of the marks of one kind, the highest and the lowest left out from a stated number up.
  func combined(_ id: String) -> Combined {
    let entries = entries(id)
    let kind = scorer.rubric.evaluator(id)
    let least = kind?.least ?? 1
    guard entries.count >= max(least, 1) else {
      let message = entries.isEmpty ? ScoringMessages.notEntered : ScoringMessages.tooFew
      return .tooFew(
        Remark(message, names(id).merging(["count": "\(entries.count)", "least": "\(least)"]) { $1 }))
    }
    for entry in entries {
      if let fault = scorer.outOfRange(entry.value) { return .refused(fault) }
    }
    var marks = entries.map(\.value)
    var remarks: [Remark] = []
    if let from = kind?.dropsFrom, marks.count >= from, marks.count > 2 {
      marks.sort()
      marks.removeFirst()
      marks.removeLast()
      remarks.append(Remark(ScoringMessages.dropped, names(id)))
    }
    let sum = marks.reduce(Fraction.zero, +)
    return .mark(sum.divided(by: Fraction(marks.count)) ?? sum, remarks)
  }

  /// A figure entered by one kind of evaluator; several must say the same.
  func figure(_ id: String, isRatio: Bool) -> Figure {
    let entries = entries(id)
    guard let first = entries.first else {
      return .missing(
        Remark(ScoringMessages.notEntered, names(id).merging(["count": "0", "least": "1"]) { $1 }))
    }
    guard entries.allSatisfy({ $0.value == first.value && $0.base == first.base }) else {
      return .refused(Remark(ScoringMessages.figuresDiffer, names(id)))
    }
    guard isRatio else { return .number(first.value) }
    guard let base = first.base else { return .missing(Remark(ScoringMessages.baseMissing, names(id))) }
    return base.isZero ? .refused(Remark(ScoringMessages.baseZero)) : .ratio(first.value, base)
  }

  /// Kinds of evaluators by their weights. A kind with too few marks leaves its weight to the others, or the mark
  /// is missing: as the rubric says.
  func weighted(_ shares: [Rule.EvaluatorShare]) -> LeafOutcome {
    var sum = Fraction.zero
    var weight = Fraction.zero
    var remarks: [Remark] = []
    for share in shares {
      switch combined(share.evaluator) {
      case .mark(let mark, let said):
        sum += mark * share.weight
        weight += share.weight
        remarks += said
      case .refused(let remark): return .refused(remark)
      case .tooFew(let remark):
        if share.otherwise == .missing { return .missing(remark) }
        remarks.append(remark)
      }
    }
    guard let mark = sum.divided(by: weight) else {
      return .missing(remarks.last ?? Remark(ScoringMessages.noRow))
    }
    return .mark(mark, of: nil, remarks)
  }

  func shared(_ shares: Rule.SelfShares) -> LeafOutcome {
    var sum = Fraction.zero
    var said: [Remark] = []
    for (evaluator, share) in [
      (shares.ownEvaluator, shares.ownShare), (shares.verifiedEvaluator, shares.verifiedShare),
    ] {
      switch combined(evaluator) {
      case .mark(let mark, let remarks):
        sum += mark * share
        said += remarks
      case .refused(let remark): return .refused(remark)
      case .tooFew(let remark): return .missing(remark)
      }
    }
    return .mark(sum, of: nil, said)
  }
}
