import KitModel

/// What is said of a rubric that does not add up.
enum DeclarationFaults {
  static let all = [
    badId, idTwice, wantsNumber, wantsShare, wantsChoice, belowZero, fullMissing, fullsDiffer, weightsMixed,
    weightsDiffer, weightOnExtra, childrenAndRule, nothingMeasured, noSuchEvaluator, evaluatorTwice,
    marksAboveFull, bandsUnordered,
    ladderUnordered, targetNotPositive, sharesDiffer, wantsMeasure, wantsNoMeasure, wantsEvents, stepsOutside,
    leastWithoutOtherwise, gradeTwice, lastGradeOpen, gradeNotLast, linesUnordered, tieMissing,
    tieWithoutQuota,
    noSuchIndicator, noSuchIndicatorBefore, noSuchGrade, gradesMissing, roundingWithWeights, yearWanted,
    pluginDiffers, syntax,
    conditionSyntax, noIndicators, anonymousSigned, dropTooSmall, emptyGrade, placesOutside, tooDeep,
    zeroExtra, lineRange,
  ]

  static let badId = Message(
    "rubrics.bad-id", zh: "“{id}”不能作指标编号", en: "“{id}” cannot be the number of an indicator",
    helpZh: "用字母、数字、点和短横，以字母或数字开头，如 A1.2", helpEn: "use letters, digits, dots and dashes, as A1.2")
  static let idTwice = Message(
    "rubrics.id-twice", zh: "指标“{id}”写了两次，第一次在第 {line} 行",
    en: "the indicator “{id}” stands twice, first in line {line}")
  static let wantsNumber = Message(
    "rubrics.wants-number", zh: "“{found}”不是数", en: "“{found}” is no number", helpZh: "写成 10、0.5 或 85%",
    helpEn: "write 10, 0.5 or 85%")
  static let wantsShare = Message(
    "rubrics.wants-share", zh: "“{found}”不是 0 到 100% 之间的比例", en: "“{found}” is no share between 0 and 100%")
  static let wantsChoice = Message(
    "rubrics.wants-choice", zh: "{key} 不能是“{found}”", en: "{key} cannot be “{found}”",
    helpZh: "可以写：{allowed}",
    helpEn: "allowed: {allowed}")
  static let belowZero = Message(
    "rubrics.number-below-zero", zh: "{key} 不能小于 0", en: "{key} cannot be below 0")
  static let fullMissing = Message(
    "rubrics.full-missing", zh: "指标“{id}”没有满分", en: "the indicator “{id}” has no full marks",
    helpZh: "写 full: 分值；只加分或只扣分的写 full: 0",
    helpEn: "write full: MARKS; full: 0 where it only adds or takes marks")
  static let fullsDiffer = Message(
    "rubrics.fulls-differ", zh: "“{id}”满分 {full}，下级满分合计 {sum}",
    en: "“{id}” has {full} full marks, those below it come to {sum}", helpZh: "改其中一处，使两者相等",
    helpEn: "mend one of them so that both agree")
  static let weightsMixed = Message(
    "rubrics.weights-mixed", zh: "“{id}”的下级有的有权重、有的没有",
    en: "some indicators below “{id}” have a weight and some have none",
    helpZh: "同一级要么都写 weight，要么都不写", helpEn: "give all of them a weight, or none")
  static let weightsDiffer = Message(
    "rubrics.weights-differ", zh: "“{id}”的下级权重合计 {sum}，应为 100%",
    en: "the weights below “{id}” come to {sum} and not to 100%")
  static let weightOnExtra = Message(
    "rubrics.weight-on-extra", zh: "“{id}”满分为 0，不能有权重", en: "“{id}” has no full marks and so no weight")
  static let zeroExtra = Message(
    "rubrics.zero-extra", zh: "“{id}”满分为 0，评分规则“{rule}”不会给出分数",
    en: "“{id}” has no full marks, and the rule “{rule}” would give none",
    helpZh: "满分为 0 只用于 bonus、deduction 和 veto", helpEn: "full: 0 is for bonus, deduction and veto")
  static let childrenAndRule = Message(
    "rubrics.children-and-rule", zh: "“{id}”既有下级又有评分规则", en: "“{id}” has both indicators below it and a rule",
    helpZh: "只有最末一级评分", helpEn: "only the lowest level is marked")
  static let nothingMeasured = Message(
    "rubrics.nothing-measured", zh: "“{id}”没有下级，也没有评分规则",
    en: "“{id}” has neither indicators below it nor a rule")
  static let tooDeep = Message(
    "rubrics.too-deep", zh: "指标超过 {limit} 级", en: "there are more than {limit} levels of indicators")
  static let noSuchEvaluator = Message(
    "rubrics.no-such-evaluator", zh: "没有评价主体“{name}”", en: "there is no evaluator “{name}”",
    helpZh: "已有：{allowed}",
    helpEn: "there are: {allowed}")
  static let evaluatorTwice = Message(
    "rubrics.evaluator-twice", zh: "评价主体“{name}”写了两次", en: "the evaluator “{name}” stands twice")
  static let marksAboveFull = Message(
    "rubrics.marks-above-full", zh: "{marks} 分超过满分 {full}", en: "{marks} marks are above the full {full}")
  static let bandsUnordered = Message(
    "rubrics.bands-unordered", zh: "分档的界线没有从好到差排列：{line} 在 {before} 之后",
    en: "the lines of the bands do not go from good to bad: {line} behind {before}")
  static let ladderUnordered = Message(
    "rubrics.ladder-unordered", zh: "名次分值没有从高到低：{marks} 在 {before} 之后",
    en: "marks by rank do not go down: {marks} behind {before}")
  static let targetNotPositive = Message(
    "rubrics.target-not-positive", zh: "目标值 {target} 应大于 0", en: "the target {target} has to be above 0")
  static let sharesDiffer = Message(
    "rubrics.shares-differ", zh: "权重合计 {sum}，应为 100%", en: "the weights come to {sum} and not to 100%")
  static let wantsMeasure = Message(
    "rubrics.wants-measure", zh: "评分规则“{rule}”要写 measure", en: "the rule “{rule}” needs a measure",
    helpZh: "{help}", helpEn: "{help}")
  static let wantsNoMeasure = Message(
    "rubrics.wants-no-measure", zh: "评分规则“{rule}”自带取数，不写 measure", en: "the rule “{rule}” takes no measure")
  static let wantsEvents = Message(
    "rubrics.wants-events", zh: "事件只用于 deduction 和 bonus", en: "events are for deduction and bonus only")
  static let stepsOutside = Message(
    "rubrics.steps-outside", zh: "分档 {step} 不在 0 和满分 {full} 之间",
    en: "the step {step} does not lie between 0 and the full {full}")
  static let leastWithoutOtherwise = Message(
    "rubrics.least-without-otherwise", zh: "“{evaluator}”可能评分不足，要写 otherwise",
    en: "“{evaluator}” may give too few marks: write otherwise", helpZh: "missing：此项缺分；share：权重分给其他主体",
    helpEn: "missing: the mark is missing; share: the others take its weight")
  static let anonymousSigned = Message(
    "rubrics.anonymous-signed", zh: "匿名的评价主体不能要评分人签名",
    en: "an anonymous evaluator cannot be asked for an assessor",
    helpZh: "anonymous 和 signed 只写一个", helpEn: "write only one of anonymous and signed")
  static let dropTooSmall = Message(
    "rubrics.drop-too-small", zh: "drop_from 至少是 3", en: "drop_from has to be 3 at least")
  static let gradeTwice = Message(
    "rubrics.grade-twice", zh: "等级“{name}”写了两次", en: "the grade “{name}” stands twice")
  static let lastGradeOpen = Message(
    "rubrics.last-grade-open", zh: "最后一个等级“{name}”不能有分数线或名额",
    en: "the last grade “{name}” can have neither line nor quota",
    helpZh: "总要有一个等级收下其余的", helpEn: "some grade has to take the rest")
  static let gradeNotLast = Message(
    "rubrics.grade-not-last", zh: "等级“{name}”没有分数线也没有名额，后面的等级永远轮不到",
    en: "the grade “{name}” has neither line nor quota, and those behind it are never reached")
  static let emptyGrade = Message(
    "rubrics.no-grades", zh: "grades 里没有等级", en: "there are no grades in grades")
  static let linesUnordered = Message(
    "rubrics.lines-unordered", zh: "等级“{name}”的分数线 {line} 不低于前一个的 {before}",
    en: "the line {line} of the grade “{name}” is not below {before} before it")
  static let lineRange = Message(
    "rubrics.line-range", zh: "分数线 {line} 不在 0 和总分 {full} 之间",
    en: "the line {line} does not lie between 0 and the full {full}")
  static let tieMissing = Message(
    "rubrics.tie-missing", zh: "有名额，要写 tie：名额边上总分相同时怎么办",
    en: "there are quotas: write tie, what to do with equal totals at their end",
    helpZh: "in：都算；out：都不算；{by: [指标…], otherwise: in|out}：依次比这些指标",
    helpEn: "in: all are in; out: none is; {by: [INDICATOR…], otherwise: in|out}: these indicators decide")
  static let tieWithoutQuota = Message(
    "rubrics.tie-without-quota", zh: "没有名额，tie 没有用处", en: "there are no quotas, and so tie means nothing")
  static let noSuchIndicator = Message(
    "rubrics.no-such-indicator", zh: "没有指标“{id}”", en: "there is no indicator “{id}”")
  static let noSuchIndicatorBefore = Message(
    "rubrics.no-such-indicator-before", zh: "对应表里的“{id}”，{year} 年的指标体系没有",
    en: "the crosswalk names “{id}”, which the rubric of {year} does not have", helpZh: "有：{ids}",
    helpEn: "there are: {ids}")
  static let noSuchGrade = Message(
    "rubrics.no-such-grade", zh: "没有等级“{name}”", en: "there is no grade “{name}”", helpZh: "已有：{allowed}",
    helpEn: "there are: {allowed}")
  static let gradesMissing = Message(
    "rubrics.grades-missing", zh: "否决要定等级，却没有 grades", en: "a veto sets the grade, but there are no grades")
  static let roundingWithWeights = Message(
    "rubrics.rounding-with-weights", zh: "按权重计分时只能在总分处舍入（at: total）",
    en: "weighted marks can only be rounded at the total (at: total)")
  static let placesOutside = Message(
    "rubrics.places-outside", zh: "小数位数应为 0 到 6", en: "there can be 0 to 6 decimal places")
  static let yearWanted = Message(
    "rubrics.year-wanted", zh: "“{found}”不是年度", en: "“{found}” is no year", helpZh: "写成 2024",
    helpEn: "write 2024")
  static let pluginDiffers = Message(
    "rubrics.plugin-differs", zh: "plugin 是“{found}”，这里只能是“{plugin}”",
    en: "plugin is “{found}”, and can only be “{plugin}” here")
  static let syntax = Message(
    "rubrics.syntax", zh: "这条取数语句读不懂：{reason}", en: "the pipeline cannot be read: {reason}")
  static let conditionSyntax = Message(
    "rubrics.condition-syntax", zh: "这个条件读不懂：{reason}", en: "the condition cannot be read: {reason}")
  static let noIndicators = Message("rubrics.no-indicators", zh: "没有指标", en: "there are no indicators")
}
