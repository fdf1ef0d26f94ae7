import KitModel
import KitWorkspace

/// The relations of an assessment: what is entered, what is decided, and what comes of it.
public enum AssessmentEntities {
  /// Marks and figures as entered keep this many decimal places.
  static let enteredPlaces = 4

  /// The entities of one plugin. References go to the subjects that its declaration names.
  public static func file(of plugin: String, _ label: Label, _ declaration: AssessmentDeclaration)
    -> EntityFile
  {
    let maker = Maker(plugin: plugin, label: label, declaration: declaration)
    return EntityFile(entities: [
      maker.assessment, maker.result("result", "结果", "Result", AssessmentWords.result, isSealed: false),
      maker.mark("mark", "指标得分", "Mark", AssessmentWords.mark, isSealed: false),
      maker.entry, maker.exemption, maker.veto,
      maker.result("sealed_result", "封存结果", "Sealed result", AssessmentWords.sealedResult, isSealed: true),
      maker.mark("sealed_mark", "封存得分", "Sealed mark", AssessmentWords.sealedMark, isSealed: true),
    ])
  }

  private struct Maker {
    let plugin: String
    let label: Label
    let declaration: AssessmentDeclaration

    /// Only scoring writes marks, only sealing sealed ones, only its own commands the state.
    private var scoring: Label { Label(zh: label.zh + " 评分", en: plugin + " score") }
    private var itself: Label { Label(zh: label.zh, en: plugin) }

    private var marks: DataType { .decimal(precision: 18, scale: declaration.places) }
    private var entered: DataType { .decimal(precision: 18, scale: AssessmentEntities.enteredPlaces) }

    private func field(_ id: String, _ zh: String, _ en: String, _ type: DataType, required: Bool = false)
      -> FieldDeclaration
    {
      FieldDeclaration(id: id, label: Label(zh: zh, en: en), type: type, isRequired: required)
    }

    private var year: FieldDeclaration { field("year", "年度", "Year", .period(.year), required: true) }
    private var unit: FieldDeclaration {
      var unit = field("unit", "单位", "Unit", .reference(declaration.subject), required: true)
      unit.aliases = ["单位名称", "单位代码", "考核对象"]
      return unit
    }
    private var indicator: FieldDeclaration { field("indicator", "指标", "Indicator", .text, required: true) }
    private var version: FieldDeclaration { field("version", "版本", "Version", .integer, required: true) }

    private func entity(
      _ id: String, _ zh: String, _ en: String, _ meaning: Label, key: [String], order: [String],
      writtenBy: Label? = nil, _ fields: [FieldDeclaration]
    ) -> EntityDeclaration {
      EntityDeclaration(
        plugin: plugin, id: id, label: Label(zh: zh, en: en), meaning: meaning, key: key, order: order,
        fields: fields, writtenBy: writtenBy)
    }

    var assessment: EntityDeclaration {
      entity(
        "assessment", "考核", "Assessment", AssessmentWords.assessment, key: ["year", "version"],
        order: ["year", "version"], writtenBy: itself,
        [
          year, version, field("rubric", "指标体系", "Rubric", .text),
          field("code", "指标版本", "Rubric code", .text),
          field("state", "阶段", "Stage", .choice(AssessmentStage.allCases.map(\.rawValue)), required: true),
          field("subjects", "单位数", "Subjects", .integer), field("scored", "有分单位数", "With a total", .integer),
          field("scored_on", "初评日期", "Scored on", .date), field("scored_by", "初评人", "Scored by", .text),
          field("feedback_on", "反馈日期", "Feedback on", .date),
          field("review_until", "复核期限", "Review until", .date),
          field("decided_on", "审定日期", "Decided on", .date), field("decided_by", "审定人", "Decided by", .text),
          field("announced_on", "公示日期", "Announced on", .date),
          field("notice_until", "公示期限", "Notice until", .date),
          field("sealed_on", "封存日期", "Sealed on", .date), field("sealed_by", "封存人", "Sealed by", .text),
          field("chain", "日志码", "Journal code", .text),
          field("reopened_body", "重开机关", "Reopened by body", .text),
          field("reopened_number", "重开文号", "Number of the decision", .text),
          field("reopened_on", "重开日期", "Reopened on", .date),
          field("reopened_reason", "重开理由", "Reason of reopening", .text),
        ])
    }

    func result(_ id: String, _ zh: String, _ en: String, _ meaning: Label, isSealed: Bool)
      -> EntityDeclaration
    {
      entity(
        id, zh, en, meaning, key: isSealed ? ["year", "version", "unit"] : ["year", "unit"],
        order: isSealed ? ["year", "version", "rank", "unit"] : ["year", "rank", "unit"],
        writtenBy: isSealed ? LifeWords.sealName : scoring,
        [
          year, unit, version, field("category", "类别", "Category", .text),
          field("score", "得分", "Score", marks),
          field("exact", "未舍入得分", "Score as calculated", .text), field("grade", "等级", "Grade", .text),
          field("rank", "名次", "Rank", .integer), field("category_rank", "类内名次", "Rank in category", .integer),
          field("state", "状态", "State", .choice(ResultState.allCases.map(\.rawValue)), required: true),
          field("missing", "缺分指标", "Missing indicators", .text), field("vetoes", "否决", "Vetoes", .text),
          field("note", "说明", "Note", .text),
        ])
    }

    func mark(_ id: String, _ zh: String, _ en: String, _ meaning: Label, isSealed: Bool) -> EntityDeclaration
    {
      entity(
        id, zh, en, meaning,
        key: isSealed ? ["year", "version", "unit", "indicator"] : ["year", "unit", "indicator"],
        order: isSealed ? ["year", "version", "unit", "place"] : ["year", "unit", "place"],
        writtenBy: isSealed ? LifeWords.sealName : scoring,
        [
          year, unit, version, indicator, field("name", "指标名称", "Name of the indicator", .text),
          field("parent", "上级指标", "Parent indicator", .text), field("level", "层级", "Level", .integer),
          field("place", "指标序号", "Place", .integer), field("full", "满分", "Full marks", marks),
          field("state", "状态", "State", .choice(MarkState.allCases.map(\.rawValue)), required: true),
          field("mark", "得分", "Marks", marks), field("lost", "失分", "Marks lost", marks),
          field("exact", "未舍入得分", "Marks as calculated", .text), field("figure", "指标值", "Figure", .text),
          field("reason", "说明", "Reason", .text),
        ])
    }

    var entry: EntityDeclaration {
      entity(
        "entry", "评分", "Entry", AssessmentWords.entry, key: ["year", "evaluator", "by", "unit", "indicator"],
        order: ["year", "evaluator", "unit", "by", "indicator"],
        [
          year, field("evaluator", "评价主体", "Evaluator", .text, required: true),
          field("by", "评价者", "By", .text, required: true), unit, indicator,
          field("value", "填报值", "Value", entered, required: true),
          field("base", "分母", "Denominator", entered),
          field("reason", "理由", "Reason", .text), field("assessor", "评分人", "Assessor", .text),
        ])
    }

    var exemption: EntityDeclaration {
      entity(
        "exemption", "合理缺项", "Exemption", AssessmentWords.exemption, key: ["year", "unit", "indicator"],
        order: ["year", "unit", "indicator"],
        [
          year, unit, indicator, field("reason", "理由", "Reason", .text, required: true),
          field("decided_by", "决定人", "Decided by", .text), field("decided_on", "决定日期", "Decided on", .date),
        ])
    }

    var veto: EntityDeclaration {
      entity(
        "veto", "否决", "Veto", AssessmentWords.veto, key: ["year", "unit", "indicator"],
        order: ["year", "unit", "indicator"],
        [
          year, unit, indicator, field("event", "事项", "Event", .text, required: true),
          field("body", "决定机关", "Body", .text), field("number", "决定文号", "Number of the decision", .text),
          field("decided_on", "决定日期", "Decided on", .date),
        ])
    }
  }
}

/// The stations of a result, in their order.
public enum AssessmentStage: String, Hashable, Sendable, CaseIterable {
  case preliminary = "初评"
  case feedback = "反馈"
  case review = "复核"
  case decided = "审定"
  case announced = "公示"
  case sealed = "封存"

  /// Whether the marks are decided: what is entered from then on changes no result.
  var isDecided: Bool { [.decided, .announced, .sealed].contains(self) }

  var label: Label {
    switch self {
    case .preliminary: Label(zh: rawValue, en: "preliminary marks")
    case .feedback: Label(zh: rawValue, en: "feedback")
    case .review: Label(zh: rawValue, en: "review")
    case .decided: Label(zh: rawValue, en: "approved")
    case .announced: Label(zh: rawValue, en: "announced")
    case .sealed: Label(zh: rawValue, en: "sealed")
    }
  }
}

/// What a total is, as relations say it.
enum ResultState: String, CaseIterable {
  case scored = "有分"
  case missing = "缺分"
  case notApplicable = "不适用"

  init(_ state: LeafOutcome.State) {
    self = state == .mark ? .scored : state == .notApplicable ? .notApplicable : .missing
  }
}

/// What a mark is, as relations say it.
enum MarkState: String, CaseIterable {
  case mark = "得分"
  case missing = "缺分"
  case notApplicable = "不适用"
  case refused = "拒收"

  init(_ state: LeafOutcome.State) {
    switch state {
    case .mark: self = .mark
    case .missing: self = .missing
    case .notApplicable: self = .notApplicable
    case .refused: self = .refused
    }
  }
}
