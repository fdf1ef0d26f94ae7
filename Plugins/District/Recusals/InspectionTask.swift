import PluginAPI

/// That a person judges a unit: an assignment, a visit, or being its responsible inspector.
struct InspectionTask: Hashable {
  enum Kind: String, CaseIterable {
    case assignment = "分工"
    case drawn = "抽取"
    case visit = "督导记录"
    case companion = "同行"
    case responsible = "挂牌"

    var label: Label {
      switch self {
      case .assignment: Label(zh: rawValue, en: "assignment")
      case .drawn: Label(zh: rawValue, en: "drawn")
      case .visit: Label(zh: rawValue, en: "visit")
      case .companion: Label(zh: rawValue, en: "visit, as companion")
      case .responsible: Label(zh: rawValue, en: "responsible inspector")
      }
    }
  }

  /// What people read for the kinds.
  static let words = Dictionary(Kind.allCases.map { ($0.rawValue, $0.label) }) { first, _ in first }

  var kind: Kind
  /// The code of the inspection, if it is part of one.
  var inspection: String?
  var unit: String
  var person: String
  var day: CalendarDate
  /// Of the visit or the draw.
  var number: String?
}
