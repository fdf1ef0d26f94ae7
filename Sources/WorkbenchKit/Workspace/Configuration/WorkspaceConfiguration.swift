import KitModel

/// What `workspace.yaml` says.
public struct WorkspaceConfiguration: Hashable, Sendable {
  public var title: String
  /// The district that the office serves.
  public var region: String?
  /// The language of messages here; nil: that of the login.
  public var language: UILanguage?
  /// Ids or labels of the enabled plugins, in the order in which they are loaded.
  public var plugins: [String]
  /// The current school year.
  public var schoolYear: Period?
  public var staff: [StaffMember]
  public var calendar: SchoolCalendar
  /// Where the store lies, below the folder.
  public var storeFile: String
  /// Work that comes round.
  public var recurring: [RecurringTask]
  /// The files from which a sample's store is rebuilt, in their order.
  public var imports: [ImportEntry]

  /// A file of `imports:`.
  public struct ImportEntry: Hashable, Sendable {
    /// Below the workspace.
    public var file: String
    public var sheet: String?
    /// The entity, by any of its names.
    public var into: String
    public var year: Period?
    /// Field by heading, as with `--map`.
    public var map: [String: String]

    public init(
      file: String, sheet: String? = nil, into: String, year: Period? = nil, map: [String: String] = [:]
    ) {
      self.file = file
      self.sheet = sheet
      self.into = into
      self.year = year
      self.map = map
    }
  }

  public init(
    title: String, region: String? = nil, language: UILanguage? = nil, plugins: [String] = [],
    schoolYear: Period? = nil, staff: [StaffMember] = [], calendar: SchoolCalendar = SchoolCalendar(),
    recurring: [RecurringTask] = [], storeFile: String = "workspace.sqlite", imports: [ImportEntry] = []
  ) {
    self.title = title
    self.region = region
    self.language = language
    self.plugins = plugins
    self.schoolYear = schoolYear
    self.staff = staff
    self.calendar = calendar
    self.recurring = recurring
    self.storeFile = storeFile
    self.imports = imports
  }

  /// The person who sits at the workbench under a login, if the workspace knows one.
  public func person(login: String) -> StaffMember? {
    staff.first { $0.logins.contains(login) } ?? staff.first { $0.name == login }
  }

  /// What is to be said of a name under which changes are recorded and that is none of the staff's: a slip, most often.
  /// Nil: it is one, or no staff is declared.
  public func doubt(about person: String) -> Diagnostic? {
    let names = staff.map(\.name)
    guard !names.isEmpty, !names.contains(person) else { return nil }
    return Diagnostic(
      ConfigurationMessages.notOfTheStaff,
      ["person": person, "known": names.joined(separator: "、"), "knownEn": names.joined(separator: ", ")],
      severity: .warning)
  }
}
