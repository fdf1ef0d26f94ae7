import PluginAPI

/// How inspections of one kind are carried out, as `procedures.yaml` says.
struct Procedure: Hashable {
  /// 经常性督导, 专项督导 or 综合督导.
  var kind: String
  /// The least size of a team.
  var team: Int
  /// To how many units one inspector may be sent at a time.
  var load: Int
  /// In their order; the last one is the archive.
  var steps: [ProcedureStep]

  func step(_ step: InspectionStep) -> ProcedureStep? { steps.first { $0.step == step } }
}

/// One step that a kind of inspection needs.
struct ProcedureStep: Hashable {
  enum Due: Hashable {
    /// By the first or the last day of the inspection.
    case start, end
    /// So many days after the step before.
    case after(DayCount)
  }

  var step: InspectionStep
  /// Nil: whenever it comes.
  var due: Due?
  /// The paper that belongs to it; nil: none.
  var paper: String?
  /// Only where the inspection has findings.
  var needsFindings: Bool
}

/// The steps that an inspection goes through, in their order.
enum InspectionStep: String, CaseIterable {
  case notice = "通知"
  case selfEvaluation = "自评"
  case visits = "实地督导"
  case hearing = "反馈与申辩"
  case opinion = "督导意见书"
  case rectification = "整改"
  case recheck = "复查"
  case report = "报告"
  case archive = "归档"

  var label: Label {
    switch self {
    case .notice: Label(zh: rawValue, en: "notice")
    case .selfEvaluation: Label(zh: rawValue, en: "self-evaluation")
    case .visits: Label(zh: rawValue, en: "visits")
    case .hearing: Label(zh: rawValue, en: "feedback and answer")
    case .opinion: Label(zh: rawValue, en: "inspection opinion")
    case .rectification: Label(zh: rawValue, en: "rectification")
    case .recheck: Label(zh: rawValue, en: "re-check")
    case .report: Label(zh: rawValue, en: "report")
    case .archive: Label(zh: rawValue, en: "archive")
    }
  }

  var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension [InspectionStep] {
  /// As two arguments of a message.
  func arguments(_ name: String) -> [String: String] {
    [
      name: map(\.label.zh).joined(separator: "、"),
      name + "En": map(\.label.en).joined(separator: ", "),
    ]
  }
}
