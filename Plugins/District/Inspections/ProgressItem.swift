import PluginAPI

/// One line of how far an inspection is: a step that it needs, or something else that must be in order.
struct ProgressItem {
  enum State: String, CaseIterable {
    case done = "已办"
    /// Done after its day.
    case late = "晚办"
    /// Done, and its paper is missing.
    case noPaper = "缺文书"
    case open = "未办"
    case overdue = "逾期"
    case inOrder = "齐"
    case lacking = "不齐"

    var label: Label {
      switch self {
      case .done: Label(zh: rawValue, en: "done")
      case .late: Label(zh: rawValue, en: "done late")
      case .noPaper: Label(zh: rawValue, en: "no paper")
      case .open: Label(zh: rawValue, en: "to do")
      case .overdue: Label(zh: rawValue, en: "overdue")
      case .inOrder: Label(zh: rawValue, en: "in order")
      case .lacking: Label(zh: rawValue, en: "lacking")
      }
    }
  }

  var name: Label
  /// Nil: a check.
  var step: InspectionStep?
  var state: State
  var day: CalendarDate?
  var due: CalendarDate?
  var person: String?
  var paper: String?
  /// What is still to be done.
  var rest: Label?

  /// The archive waits for it.
  var isLeftOut: Bool {
    switch state {
    case .done, .late, .inOrder: false
    case .noPaper, .open, .overdue, .lacking: true
    }
  }
}
