import PluginAPI

/// How the office deals with findings: `rectify.yaml` of the workspace, else the plugin's `rules.yaml`.
struct RectificationRules: Sendable {
  /// Where they are written, as messages call it.
  var file = ""
  var dispositions: [Disposition] = []
  var reminders: [Reminder] = []
  var proposals: [Proposal] = []
  var limits = Limits()
  /// Forms of accountability (问责) and of awards (激励).
  var forms: [String: [String]] = [:]

  /// What may become of a finding.
  struct Disposition: Hashable, Sendable {
    var name: String
    /// The kind of paper in which it is told; nil: none.
    var paper: String?
    var count: DayCount
    /// Severities that it is for; empty: all.
    var severities: [String]

    func allows(_ severity: String?) -> Bool { severities.isEmpty || severities.contains(severity ?? "") }
  }

  /// When a finding is chased.
  struct Reminder: Hashable, Sendable {
    var id: String
    /// 提醒 or 督办.
    var what: String
    /// Days from the deadline; below zero before it.
    var days: Int
  }

  /// What a rule may propose.
  struct Proposal: Hashable, Sendable {
    var id: String
    var form: String
    var ground: String
    /// A pipeline whose first column is the number of a finding.
    var rows: String
  }

  /// Time limits in calendar days.
  struct Limits: Hashable, Sendable {
    var review = 30
    var reviewAnswer = 30
    var appeal = 15
    var appealAnswer = 60
  }

  func disposition(_ name: String) -> Disposition? { dispositions.first { $0.name == name } }

  /// 问责 or 激励; nil: no such form.
  func side(of form: String) -> String? { forms.first { $0.value.contains(form) }?.key }

  /// - Throws: `Diagnostics` with all faults of the file.
  init(of context: any CommandContext) throws {
    _ = try context.neededWorkspace()
    guard let file = context.file(["rectify.yaml"], of: "rectify", shipped: ["rules.yaml"]) else {
      throw Diagnostic(RectifyFaults.noRules)
    }
    self = try RulesReader.read(file.bytes, file: file.shown)
    self.file = file.shown
  }

  init() {}
}
