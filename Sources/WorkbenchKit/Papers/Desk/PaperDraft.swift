import KitDocuments
import KitModel

/// What a paper is to be drafted from.
public struct PaperDraft: Sendable {
  public var kind: PaperKind
  /// Key of the unit that it concerns.
  public var unit: String?
  public var inspection: String?
  /// 主送; nil: the unit's name.
  public var recipient: String?
  /// Values for the template besides those that every paper has.
  public var values: [String: TemplateValue]
  /// What queries of the kind and of the template read as `$name`, besides `$this_unit` (本单位) and `$this_inspection`
  /// (本任务), which no column is called.
  public var variables: [String: Value]

  public init(
    _ kind: PaperKind, unit: String? = nil, inspection: String? = nil, recipient: String? = nil,
    values: [String: TemplateValue] = [:], variables: [String: Value] = [:]
  ) {
    self.kind = kind
    self.unit = unit
    self.inspection = inspection
    self.recipient = recipient
    self.values = values
    self.variables = variables
  }
}
