import KitModel

/// Makes one mark of those that evaluators gave a subject for a leaf.
struct EvaluatorMarks {
  private let indicator: Indicator
  private let kinds: [Kind]

  /// What one kind of evaluator entered.
  private struct Kind {
    var id: String
    /// For each subject; shorter where nothing was entered.
    var entries: [EntryList]
    var least = 1
    var dropsFrom: Int?
    /// What messages call it.
    var names: [String: String]
  }

  /// `entries` are those of the leaf, by kind of evaluator, for each subject.
  init(_ indicator: Indicator, _ rubric: Rubric, _ entries: [String: [EntryList]]) {
    self.indicator = indicator
    var ids = indicator.leaf?.rule.evaluatorIds ?? []
    switch indicator.leaf?.measure {
    case .marks(let id?), .figure(let id, _, _): ids.append(id)
    default: break
    }
    kinds = ids.map { id in
      let kind = rubric.evaluator(id)
      let label = kind?.label ?? Label(zh: id, en: id)
      return Kind(
        id: id, entries: entries[id] ?? [], least: max(kind?.least ?? 1, 1), dropsFrom: kind?.dropsFrom,
        names: ["evaluator": label.zh, "evaluatorEn": label.en])
    }
  }

  enum Combined {
    case mark(Fraction, [Remark])
    case tooFew(Remark)
    case refused(Remark)
  }

  private func place(_ id: String) -> Int? { kinds.firstIndex { $0.id == id } }

  private func entries(_ place: Int, _ subject: Int) -> EntryList {
    subject < kinds[place].entries.count ? kinds[place].entries[subject] : []
  }

  /// The mean of the marks of one kind, the highest and the lowest left out from a stated number up.
  func combined(_ id: String, _ subject: Int) -> Combined {
    guard let place = self.place(id) else { return .tooFew(Remark(ScoringMessages.noRow)) }
    let least = kinds[place].least
    // The usual case alone, and where the entries lie, since a copy would count their texts.
    if least == 1, subject < kinds[place].entries.count, kinds[place].entries[subject].count == 1,
      let mark = kinds[place].entries[subject].firstValue
    {
      return indicator.fault(ofMark: mark).map(Combined.refused) ?? .mark(mark, [])
    }
    let entries = entries(place, subject)
    guard entries.count >= least else {
      let message = entries.isEmpty ? ScoringMessages.notEntered : ScoringMessages.tooFew
      let counts = ["count": "\(entries.count)", "least": "\(least)"]
      return .tooFew(Remark(message, kinds[place].names.merging(counts) { $1 }))
    }
    var marks = entries.map(\.value)
    for mark in marks { if let fault = indicator.fault(ofMark: mark) { return .refused(fault) } }
    var remarks: [Remark] = []
    if let from = kinds[place].dropsFrom, marks.count >= from, marks.count > 2 {
      marks.sort()
      marks.removeFirst()
      marks.removeLast()
      remarks.append(Remark(ScoringMessages.dropped, kinds[place].names))
    }
    let sum = marks.reduce(Fraction.zero, +)
    return .mark(sum.divided(by: Fraction(marks.count)) ?? sum, remarks)
  }

  /// A figure entered by one kind of evaluator; several must say the same.
  func figure(_ id: String, _ subject: Int, isRatio: Bool) -> Figure {
    guard let place = self.place(id) else { return .missing(Remark(ScoringMessages.noRow)) }
    let entries = entries(place, subject)
    let names = kinds[place].names
    guard !entries.isEmpty else {
      return .missing(Remark(ScoringMessages.notEntered, names.merging(["count": "0", "least": "1"]) { $1 }))
    }
    let value = entries[0].value
    if entries.count > 1, !entries.allSatisfy({ $0.value == value && $0.base == entries[0].base }) {
      return .refused(Remark(ScoringMessages.figuresDiffer, names))
    }
    guard isRatio else { return .number(value) }
    guard let base = entries[0].base else { return .missing(Remark(ScoringMessages.baseMissing, names)) }
    return base.isZero ? .refused(Remark(ScoringMessages.baseZero)) : .ratio(value, base)
  }

  /// Kinds of evaluators by their weights. A kind with too few marks leaves its weight to the others, or the mark
  /// is missing: as the rubric says.
  func weighted(_ shares: [Rule.EvaluatorShare], _ subject: Int) -> LeafOutcome {
    var sum = Fraction.zero
    var weight = Fraction.zero
    var remarks: [Remark] = []
    for share in shares {
      switch combined(share.evaluator, subject) {
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

  func shared(_ shares: Rule.SelfShares, _ subject: Int) -> LeafOutcome {
    var sum = Fraction.zero
    var said: [Remark] = []
    for (evaluator, share) in [
      (shares.ownEvaluator, shares.ownShare), (shares.verifiedEvaluator, shares.verifiedShare),
    ] {
      switch combined(evaluator, subject) {
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
