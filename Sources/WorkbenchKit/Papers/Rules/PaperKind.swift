import KitModel

/// A kind of paper that the office issues: 督导整改通知书, 督导意见书.
public struct PaperKind: Hashable, Sendable {
  public var id: String
  public var label: Label
  /// The series that numbers it; nil: the office's first one.
  public var series: String?
  /// Name of the template's file, without its ending.
  public var template: String
  /// Who signs wants a second person's look at the draft first.
  public var needsReview: Bool
  /// The command that drafts it, where more belongs to it than a text; nil: `paper draft`.
  public var draftedBy: Label?
  /// The command that signs it, where more must be looked at than the draft; nil: `paper sign`.
  public var signedBy: Label?
  /// The command that voids it, where something ends with it; nil: `paper void`.
  public var voidedBy: Label?
  /// The command that records its delivery, where something begins with it; nil: `paper deliver`.
  public var deliveredBy: Label?
  /// A pipeline whose first row gives values, by the labels of its columns.
  public var facts: String?
  /// Pipelines whose rows the template repeats, by name.
  public var items: [Items]
  /// The folder of the plugin that brings it; nil: the workspace.
  public var folder: String?

  public struct Items: Hashable, Sendable {
    public var name: String
    public var rows: String
  }

  /// Whether what it says is that of one inspection.
  var isOfInspection: Bool { asks("$this_inspection", "$本任务") }

  /// Whether it is that of one unit.
  var isOfUnit: Bool { asks("$this_unit", "$本单位") }

  /// Whether one of its queries reads one of these names.
  func asks(_ names: String...) -> Bool {
    ([facts].compactMap { $0 } + items.map(\.rows)).contains { rows in names.contains(where: rows.contains) }
  }

  /// Names by which people mean it.
  public var names: [String] { [id, label.zh, label.en] }
}
