import KitModel

/// What is said of simulations, sensitivity and comparisons.
enum QuestionFaults {
  static let all = [
    nothingToSimulate, weightTooLarge, noMark, badWeight, simulated, drawsOutside, drawn, noCrosswalk,
    compared,
  ]

  static let nothingToSimulate = Message(
    "rubrics.nothing-to-simulate", zh: "没有写要试的得分或权重", en: "neither a mark nor a weight to try is given",
    helpZh: "如：{label} 模拟 {year} 青石镇 C2=7 --weight C=30",
    helpEn: "as: {plugin} simulate {year} 青石镇 C2=7 --weight C=30")
  static let weightTooLarge = Message(
    "rubrics.weight-too-large", zh: "“{id}”分到的比上级的满分还多，或者没有别的指标可以分剩下的",
    en: "“{id}” would take more than its parent has, or nothing is left to take the rest")
  static let noMark = Message(
    "rubrics.no-mark", zh: "“{found}”不能作 {id} 的得分", en: "“{found}” cannot be the mark of {id}")
  static let badWeight = Message(
    "rubrics.bad-weight", zh: "“{found}”不是“指标=权重”", en: "“{found}” is not INDICATOR=WEIGHT",
    helpZh: "如 C=30，按权重计分的写 C=30%",
    helpEn: "as C=30, or C=30% where indicators are weighted")
  static let simulated = Message(
    "rubrics.simulated", zh: "这是模拟，什么都没有改；另有 {count} 个单位的名次或等级会变",
    en: "a simulation: nothing was changed; rank or grade of {count} other {count:unit|units} would change")
  static let drawsOutside = Message(
    "rubrics.draws-outside", zh: "次数 {found} 不在 1 到 100000 之间", en: "{found} draws: give 1 to 100000")
  static let drawn = Message(
    "rubrics.drawn", zh: "每个指标的满分在 ±10% 内均匀抽取、按比例还原，抽 {draws} 次；种子 {seed}",
    en:
      "full marks of each indicator drawn uniformly within ±10% and rescaled, {draws} {draws:time|times}; seed {seed}"
  )
  static let noCrosswalk = Message(
    "rubrics.no-crosswalk", zh: "{file} 没有写 crosswalk，不知道今年的指标对应往年的哪些",
    en: "{file} has no crosswalk: which indicators correspond is not known",
    helpZh: "写上 crosswalk: {from: 往年, map: {今年指标: [往年指标]}}",
    helpEn: "write crosswalk: with from and map, this year's indicators to those before")
  static let compared = Message(
    "rubrics.compared", zh: "得分率 = 得分 ÷ 可得分，{before} 年与 {now} 年；一方缺分或不适用的空着",
    en: "rate = marks ÷ attainable marks, {before} and {now}; empty where one of them has no mark")
}
