import KitModel

/// What the commands that only ask are called and take.
enum QuestionWords {
  static let simulate = Label(
    zh: "试算：换几个得分或权重，结果会怎样（什么都不改）", en: "try other marks or weights; nothing is changed")
  static let simulateExample = Label(zh: "C2 得 7 分、C 占 30 分时", en: "with 7 marks in C2 and 30 for C")
  static let weight = Label(zh: "权重", en: "weight")
  static let weightHelp = Label(
    zh: "指标=满分（或权重），同级其余按比例分剩下的", en: "INDICATOR=MARKS (or weight); its siblings share the rest")
  static let scoreBefore = Label(zh: "现得分", en: "Total")
  static let scoreNow = Label(zh: "试算得分", en: "Total then")
  static let gradeBefore = Label(zh: "现等级", en: "Grade")
  static let gradeNow = Label(zh: "试算等级", en: "Grade then")
  static let rankBefore = Label(zh: "现名次", en: "Rank")
  static let rankNow = Label(zh: "试算名次", en: "Rank then")
  static let sensitivity = Label(zh: "看名次对权重有多敏感", en: "how far ranks hang on the weights")
  static let sensitivityExample = Label(zh: "2024 年的名次稳不稳", en: "how firm the ranks of 2024 are")
  static let draws = Label(zh: "次数", en: "draws")
  static let drawsHelp = Label(zh: "抽多少次，一般 1000", en: "how many draws, commonly 1000")
  static let seed = Label(zh: "种子", en: "seed")
  static let seedHelp = Label(zh: "随机数的种子，不写就用年度", en: "seed of the draws; the year unless given")
  static let meanRank = Label(zh: "平均名次", en: "Mean rank")
  static let bestRank = Label(zh: "最好名次", en: "Best rank")
  static let worstRank = Label(zh: "最差名次", en: "Worst rank")
  static let kept = Label(zh: "名次不变", en: "Rank kept")
  static let compare = Label(zh: "按指标对应表，和往年比得分率", en: "compare with an earlier year by the crosswalk")
  static let compareExample = Label(zh: "青石镇和上年比", en: "青石镇 with the year before")
  static let compareUnitHelp = Label(zh: "单位的代码或名称；不写就是全部", en: "code or name of the unit; all unless given")
  static let earlier = Label(zh: "往年指标", en: "Earlier")
  static let rateBefore = Label(zh: "往年得分率", en: "Rate before")
  static let rateNow = Label(zh: "得分率", en: "Rate")
  static let change = Label(zh: "增减", en: "Change")
}
