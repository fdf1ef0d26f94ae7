import KitModel

/// What stands on score sheets.
enum SheetWords {
  static let guide = Label(
    zh: "只填白色的格；得分不超过满分，数据按计量单位填。没有的不要填 0，在理由里写明。",
    en:
      "Fill in the white cells only; marks not above the full ones, figures in their unit. Where there is none give the reason, not 0."
  )
  static let value = Label(zh: "得分或数值", en: "Mark or figure")
  static let base = Label(zh: "分母", en: "Denominator")
  static let reason = Label(zh: "理由", en: "Reason")
  static let assessor = Label(zh: "评分人", en: "Assessor")
  static let unitOfFigure = Label(zh: "计量单位", en: "Unit of measure")
  static let gap = Label(zh: "相差超过即说明", en: "Reason above")
  static let other = Label(zh: "对照", en: "Beside")
  static let reasonWanted = Label(
    zh: "得分和“{other}”相差超过“{gap}”那一栏的数，要写理由",
    en: "the mark lies further from “{other}” than “{gap}” says: give the reason")
}

/// What is said when score sheets are made.
enum SheetFaults {
  static let all = [pairsWanted]

  static let pairsWanted = Message(
    "rubrics.pairs-wanted", zh: "评价主体“{evaluator}”的 pairs 要有两列：填表的，和被评的单位",
    en: "pairs of the evaluator “{evaluator}” has to give two columns: who fills the sheet, and the subject")
}
