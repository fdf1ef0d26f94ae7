import KitModel

/// That a plugin assesses: `assessment:` of its `plugin.yaml`. Relations and commands follow from it, so that a
/// plugin which is only an assessment needs no code.
public struct AssessmentDeclaration: Hashable, Sendable {
  /// The entity of those who are assessed: `district.unit`.
  public var subject: String
  /// The entity in which objections are registered; it has the fields of `ObjectionFields`.
  public var objections: String?
  /// The entity in which findings are recorded; it has the fields of `district.finding`.
  public var findings: String?
  /// Decimal places of marks in its relations, 0 to 6; a rubric may have fewer, never more.
  public var places: Int

  public init(subject: String, objections: String? = nil, findings: String? = nil, places: Int = 2) {
    self.subject = subject
    self.objections = objections
    self.findings = findings
    self.places = places
  }
}

/// A work area that assesses: a plugin with its declaration.
public struct Assessment: Hashable, Sendable {
  /// Id of the plugin: `duty`.
  public var plugin: String
  public var label: Label
  /// The plugin's folder, where `rubrics/` lies.
  public var folder: String
  public var declaration: AssessmentDeclaration

  public init(plugin: String, label: Label, folder: String, declaration: AssessmentDeclaration) {
    self.plugin = plugin
    self.label = label
    self.folder = folder
    self.declaration = declaration
  }

  /// Names by which people mean it: `duty`, `履职`.
  public var names: [String] { [plugin, label.zh, label.en] }

  /// What messages call it and a year of it.
  func words(_ year: Period) -> [String: String] {
    ["label": label.zh, "labelEn": label.en, "plugin": plugin, "year": year.stored]
  }

  /// The full name of one of its relations.
  func relation(_ id: String) -> String { plugin + "." + id }

  /// The same as it is written in a query that a command makes.
  func quoted(_ id: String) -> String { "`\(plugin)`.`\(id)`" }
}
