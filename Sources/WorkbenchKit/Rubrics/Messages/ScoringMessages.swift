import KitModel

/// What stays with marks and totals: why there is none, what was left out, what was decided.
public enum ScoringMessages {
  static let all = [
    exempted, conditionEmpty, conditionNotMet, noStep, noRow, floorReached, capReached, belowZero, aboveFull,
    adjusted, notEntered, tooFew, dropped, figuresDiffer, baseMissing, baseZero, ranked, best, tieIn, tieOut,
    tieBroken, quotaFull, vetoed, acrossLine, acrossQuota, valueEmpty, rowTwice, eventTwice, eventsDiffer,
    baseZeroNotApplicable, missingIsZero, missingIsExcluded,
  ]

  static let exempted = Message(
    "rubrics.exempted", zh: "合理缺项：{reason}", en: "not applicable by decision: {reason}")
  static let conditionEmpty = Message(
    "rubrics.condition-empty", zh: "适用条件“{condition}”算不出结果：用到的值为空",
    en: "the condition “{condition}” has no answer, since a value in it is empty")
  static let conditionNotMet = Message("rubrics.condition-not-met", zh: "不适用", en: "does not apply")
  static let noStep = Message(
    "rubrics.no-step", zh: "{mark} 不在规定的分档里（{steps}）", en: "{mark} is none of the steps allowed ({steps})")
  static let noRow = Message("rubrics.no-row", zh: "没有数据", en: "there is no figure")
  static let floorReached = Message(
    "rubrics.floor-reached", zh: "扣到最低分 {floor} 为止", en: "deductions end at {floor}")
  static let capReached = Message("rubrics.cap-reached", zh: "加分以 {cap} 分为限", en: "additions end at {cap}")
  static let belowZero = Message("rubrics.below-zero", zh: "得分 {mark} 小于 0", en: "the mark {mark} is below 0")
  static let aboveFull = Message(
    "rubrics.above-full", zh: "得分 {mark} 超过满分 {full}", en: "the mark {mark} is above the full {full}")
  static let adjusted = Message(
    "rubrics.adjusted", zh: "复核调整：{before} → {after}（{objection}）",
    en: "changed on objection: {before} → {after} ({objection})")
  static let notEntered = Message(
    "rubrics.not-entered", zh: "“{evaluator}”没有评分", en: "there is no mark by “{evaluator}”")
  static let tooFew = Message(
    "rubrics.too-few", zh: "“{evaluator}”只有 {count} 份评分，不足 {least} 份，未采用",
    en: "only {count} {count:mark|marks} by “{evaluator}”, fewer than {least}; not used")
  static let dropped = Message(
    "rubrics.dropped", zh: "“{evaluator}”去掉一个最高分和一个最低分",
    en: "the highest and the lowest mark by “{evaluator}” are left out")
  static let figuresDiffer = Message(
    "rubrics.figures-differ", zh: "“{evaluator}”报来的数不一致", en: "the figures by “{evaluator}” differ")
  static let baseMissing = Message(
    "rubrics.base-missing", zh: "“{evaluator}”没有填分母", en: "“{evaluator}” gave no denominator")
  static let baseZero = Message("rubrics.base-zero", zh: "分母为 0", en: "the denominator is 0")
  static let baseZeroNotApplicable = Message(
    "rubrics.base-zero-not-applicable", zh: "分母为 0，按不适用处理", en: "the denominator is 0: does not apply")
  static let ranked = Message(
    "rubrics.ranked", zh: "在 {count} 个里排第 {rank}", en: "number {rank} of {count}")
  static let best = Message("rubrics.best", zh: "第一名为 {best}", en: "the first has {best}")
  static let tieIn = Message(
    "rubrics.tie-in", zh: "“{grade}”只剩 {room} 个名额，{count} 个总分相同，全部计入",
    en: "{room} {room:place|places} left for “{grade}” and {count} equal totals: all of them are in")
  static let tieOut = Message(
    "rubrics.tie-out", zh: "“{grade}”只剩 {room} 个名额，{count} 个总分相同，全部不计入",
    en: "{room} {room:place|places} left for “{grade}” and {count} equal totals: none of them is in")
  static let tieBroken = Message(
    "rubrics.tie-broken", zh: "“{grade}”只剩 {room} 个名额，{count} 个总分相同，依次比 {indicators}",
    en: "{room} {room:place|places} left for “{grade}” and {count} equal totals: {indicators} decide")
  static let quotaFull = Message(
    "rubrics.quota-full", zh: "“{grade}”的 {places} 个名额已满",
    en: "the {places} {places:place|places} of “{grade}” are taken")
  static let vetoed = Message(
    "rubrics.vetoed", zh: "一票否决：{indicator}（{decision}）", en: "veto: {indicator} ({decision})")
  static let acrossLine = Message(
    "rubrics.across-line", zh: "未舍入 {exact}、舍入后 {rounded} 分属两个等级：现为“{grade}”，另一种算法为“{other}”",
    en:
      "{exact} as calculated and {rounded} as rounded lie on two sides of a line: “{grade}” here, else “{other}”"
  )
  static let acrossQuota = Message(
    "rubrics.across-quota", zh: "总分都是 {exact}，可是别家未舍入和舍入后的分次序不同，名额因而不同：现为“{grade}”，另一种算法为“{other}”",
    en:
      "{exact} both as calculated and as rounded, but totals of others change places, and with them the quota: “{grade}” here, else “{other}”"
  )
  static let valueEmpty = Message("rubrics.value-empty", zh: "取到的值为空", en: "the figure is empty")
  static let rowTwice = Message("rubrics.row-twice", zh: "取数结果里有两行", en: "the measure has two rows for it")
  static let eventTwice = Message(
    "rubrics.event-twice", zh: "“{event}”列了 {count} 次，只算一次",
    en: "“{event}” is listed {count} times and counts once")
  static let eventsDiffer = Message(
    "rubrics.events-differ", zh: "“{event}”列了几次，分值却不同", en: "“{event}” is listed with different marks")
  static let missingIsZero = Message(
    "rubrics.missing-is-zero", zh: "按规定计 0 分", en: "counts as 0, as the rubric says")
  static let missingIsExcluded = Message(
    "rubrics.missing-is-excluded", zh: "按规定不计入，按可得分换算",
    en: "left out, as the rubric says; scaled by what is attainable")
}
