import KitModel
import KitStore

/// A form (报表) that is sent out to units and comes back filled in: its fields, who fills it, what is checked.
///
/// Declared in `forms/*.yaml` of a workspace or a plugin, or made in Swift.
public struct FormDeclaration: Hashable, Sendable {
  /// The namespace of its relation: `form` in a workspace, else the plugin.
  public var plugin: String
  public var id: String
  public var label: Label
  public var meaning: Label?
  /// The kind of period that one sending is for.
  public var period: Period.Kind
  /// The entity of the units that fill it.
  public var unit: String
  /// A pipeline; its first column is the unit.
  public var recipients: String
  /// Columns of the recipients: who answers for the form, and the telephone.
  public var contact: String?
  public var phone: String?
  /// Days from sending to the deadline.
  public var days: Int?
  /// Stands above the sheet; the label when nil.
  public var title: String?
  public var guide: [String]
  public var rows: FormRows
  public var fields: [FormField]
  public var checks: [FormCheck]
  public var changes: [FormChange]
  /// The file that declares it.
  public var file: String

  public init(
    plugin: String = "form", id: String, label: Label, meaning: Label? = nil, period: Period.Kind,
    unit: String, recipients: String, contact: String? = nil, phone: String? = nil, days: Int? = nil,
    title: String? = nil, guide: [String] = [], rows: FormRows = .one, fields: [FormField],
    checks: [FormCheck] = [], changes: [FormChange] = [], file: String = ""
  ) {
    self.plugin = plugin
    self.id = id
    self.label = label
    self.meaning = meaning
    self.period = period
    self.unit = unit
    self.recipients = recipients
    self.contact = contact
    self.phone = phone
    self.days = days
    self.title = title
    self.guide = guide
    self.rows = rows
    self.fields = fields
    self.checks = checks
    self.changes = changes
    self.file = file
  }

  public var fullName: String { plugin + "." + id }

  public var names: [String] { [id, fullName, label.zh, label.en] }

  /// Fields that tell the rows of a unit apart.
  public var keys: [FormField] { fields.filter(\.isKey) }

  /// What a sheet must agree with when it comes back: everything that decides what its cells mean.
  package var digest: String {
    var parts = [fullName, period.rawValue, rows.described]
    for field in fields {
      let declared = field.declaration
      let bounds = [declared.minimum, declared.maximum, declared.defaultValue].map { $0?.spelled ?? "" }
      parts += [
        declared.id, declared.label.zh, String(describing: declared.type), declared.pattern ?? "",
        "\(declared.isRequired) \(field.isKey) \(field.isShown) \(field.limit ?? "")",
      ]
      parts += bounds
    }
    // What a check says is told in the language of whoever collects; only what it asks for decides.
    parts += checks.filter { !$0.isOfBasis }.map(\.condition)
    parts += changes.flatMap { [$0.field, $0.limit.description, $0.reason] }
    return TextDigest.sha256(parts.joined(separator: "\u{1F}"))
  }
}

/// How many rows a sheet has, and where they come from.
public enum FormRows: Hashable, Sendable {
  /// One record.
  case one
  /// The unit adds rows, up to a number.
  case free(maximum: Int)
  /// A pipeline: its first column is the unit, the others are key and shown fields by their names.
  case given(pipeline: String)

  var described: String {
    switch self {
    case .one: "one"
    case .free(let maximum): "free \(maximum)"
    case .given: "given"
    }
  }
}

/// A field of a form.
public struct FormField: Hashable, Sendable {
  public var declaration: FieldDeclaration
  /// Filled in beforehand and locked; tells the unit's rows apart.
  public var isKey: Bool
  /// Filled in beforehand and locked.
  public var isShown: Bool
  /// The field of the same row that is the upper limit.
  public var limit: String?

  public init(
    _ declaration: FieldDeclaration, isKey: Bool = false, isShown: Bool = false, limit: String? = nil
  ) {
    self.declaration = declaration
    self.isKey = isKey
    self.isShown = isShown || isKey
    self.limit = limit
  }

  public var id: String { declaration.id }
}

/// A condition that every row of a sheet has to meet.
public struct FormCheck: Hashable, Sendable {
  /// An expression of the language over the fields.
  public var condition: String
  public var message: String
  /// It follows from the basis of the form, by which sheets are told apart already.
  public var isOfBasis: Bool

  public init(_ condition: String, message: String, isOfBasis: Bool = false) {
    self.condition = condition
    self.message = message
    self.isOfBasis = isOfBasis
  }
}

/// A value that must not move far from the last period's without a reason.
public struct FormChange: Hashable, Sendable {
  public var field: String
  /// As a share: 0.2.
  public var limit: ExactDecimal
  /// The field in which the reason stands.
  public var reason: String

  public init(field: String, limit: ExactDecimal, reason: String) {
    self.field = field
    self.limit = limit
    self.reason = reason
  }
}
