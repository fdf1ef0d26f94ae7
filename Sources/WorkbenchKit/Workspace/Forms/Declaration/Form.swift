import KitModel

/// A form that can be sent out: its declaration, where its rows come from, and where the returns go.
/// Its closures ask the store through the context of the command that looked it up, on the session's thread: it goes no
/// further.
public struct Form {
  public var declaration: FormDeclaration
  public var target: FormTarget
  /// Whose sheets they are is recorded nowhere beside the returns: an ordinal stands for the unit.
  public var isAnonymous = false
  /// A text that a sheet keeps and that has to be the same when it comes back: what it was made from.
  public var basis = ""
  /// What the basis says, in full: kept with the sheets, so that a later one can be compared with it.
  public var basisText = ""
  /// Why no sheet of it is taken any more: what it would decide is decided. Nil: it is.
  public var closed: () throws -> Diagnostic? = { nil }
  /// What has to be said of sheets that are out or back: that their basis is another one by now.
  public var standing: () throws -> [Diagnostic] = { [] }
  /// Who gets a sheet.
  public var recipients: (FormQueries) throws -> [FormRecipient]
  /// The rows of each recipient, by its key: values by field for what is filled in beforehand.
  public var rows: (FormQueries, [FormRecipient]) throws -> [String: [[String: Value]]]

  public init(
    _ declaration: FormDeclaration, target: FormTarget,
    recipients: @escaping (FormQueries) throws -> [FormRecipient],
    rows: @escaping (FormQueries, [FormRecipient]) throws -> [String: [[String: Value]]]
  ) {
    self.declaration = declaration
    self.target = target
    self.recipients = recipients
    self.rows = rows
  }

  /// A declared form: recipients and rows come from its pipelines, the returns go into its own relation.
  public init(_ declaration: FormDeclaration) {
    self.init(
      declaration, target: FormTarget(of: declaration),
      recipients: { try FormPipelines(declaration).recipients($0) },
      rows: { try FormPipelines(declaration).rows($0, $1) })
  }

  /// What a sheet must agree with when it comes back.
  var digest: String { declaration.digest + (basis.isEmpty ? "" : "/" + basis) }
}

/// Where the returns of a form go.
public struct FormTarget: Sendable {
  /// Full name of the entity; its fields bear the ids of the form's.
  public var entity: String
  /// Its fields for unit, period and number of the row; nil: it has none.
  public var unit: String?
  public var period: String?
  public var row: String?
  /// The field for the ordinal of an anonymous sheet.
  public var ordinal: String?
  /// Fields with one value for all rows.
  public var constants: [String: Value]

  public init(
    entity: String, unit: String? = "unit", period: String? = "period", row: String? = nil,
    ordinal: String? = nil, constants: [String: Value] = [:]
  ) {
    self.entity = entity
    self.unit = unit
    self.period = period
    self.row = row
    self.ordinal = ordinal
    self.constants = constants
  }

  init(of form: FormDeclaration) {
    var isFree = false
    if case .free = form.rows { isFree = true }
    self.init(entity: form.fullName, row: isFree ? "row" : nil)
  }
}

/// A unit that fills a form.
public struct FormRecipient: Hashable, Sendable {
  public var key: String
  public var name: String
  public var contact: String?
  public var phone: String?

  public init(key: String, name: String, contact: String? = nil, phone: String? = nil) {
    self.key = key
    self.name = name
    self.contact = contact
    self.phone = phone
  }
}

/// What a form may ask: the period it is sent for, and pipelines.
public struct FormQueries {
  public let period: Period
  /// The rows of a pipeline; variables are read in it as `$name`.
  public let table: (String, [String: Value]) throws -> Table

  public init(period: Period, table: @escaping (String, [String: Value]) throws -> Table) {
    self.period = period
    self.table = table
  }
}

/// Brings forms that are declared in no `forms/*.yaml`: the score sheets of a rubric.
public protocol FormProvider: Sendable {
  /// The forms that there are for a period; nil: for any. The same form may differ from period to period.
  func forms(for period: Period?, in context: any CommandContext) throws -> [Form]
  /// Why a form that it brings for other periods is not there for this one; nil: it is none of its forms.
  func absence(of name: String, for period: Period, in context: any CommandContext) throws -> Diagnostic?
}

extension FormProvider {
  public func absence(of name: String, for period: Period, in context: any CommandContext) throws
    -> Diagnostic?
  { nil }
}
