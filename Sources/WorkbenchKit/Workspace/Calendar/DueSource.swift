import KitModel

/// Rows of the workspace that become due: what a plugin declares in `due:` of its manifest.
public struct DueSource: Hashable, Sendable {
  public var plugin: String
  public var label: Label
  /// A pipeline whose first column is the day on which a row is due, and which leaves out what is done.
  public var rows: String
  /// Days before that from which a row counts as due soon.
  public var ahead: Int

  public init(plugin: String, label: Label, rows: String, ahead: Int) {
    self.plugin = plugin
    self.label = label
    self.rows = rows
    self.ahead = ahead
  }

  /// Forms that were sent out and have not come back.
  static let forms = DueSource(
    plugin: "form", label: Label(zh: "没有交回的报表", en: "forms not returned"),
    rows:
      "form.delivery | where state in (\"\(FormRelations.State.open)\", \"\(FormRelations.State.returned)\")"
      + " and deadline is not null | select deadline, form, period, unit", ahead: 3)
}
