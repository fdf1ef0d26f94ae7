import KitModel
import KitRubrics
import KitStore
import PluginAPI

/// A workspace that was opened, or the lack of one: its plugins, and the commands that can be typed.
struct OpenedWorkspace {
  let workspace: SessionWorkspace?
  let configuration: WorkspaceConfiguration?
  let plugins: PluginSet
  let registry: CommandRegistry
  let language: UILanguage
  let state = HostState()
  /// What has to be said at the start.
  let remarks: [Diagnostic]

  /// Opens the workspace in a folder; nil: none, and only commands that need none can be run.
  init(folder path: String?, environment: HostEnvironment, options: Invocation.Options) throws {
    let folder = path.map { WorkspaceFolder($0) }
    let configuration = try folder?.configuration()
    var plugins = Self.plugins(folder, configuration, environment, options)
    let files = plugins.forms(below: folder?.path)
    plugins.add(FormRelations.additions(of: files.forms, always: !plugins.assessments.isEmpty))
    let declared = plugins.declarations
    let forms = FormBook(
      declared: files.forms.filter { declared[$0.fullName] != nil },
      providers: [ScoreSheets(assessments: plugins.assessments)])
    var remarks = plugins.remarks + files.remarks
    let labels = Self.labels(plugins)
    workspace = try folder.flatMap { folder in
      try configuration.map { configuration in
        let opened = try Workspace(
          opening: folder, configuration: configuration, declarations: declared,
          context: ChangeContext(
            person: Self.person(configuration, environment, options) ?? environment.login,
            login: environment.login,
            time: SessionClock.now(asOf: options.asOf), command: "open"))
        remarks += opened.remarks
        var open = SessionWorkspace(opened, plugins: labels)
        open.pluginFolders = plugins.folders
        open.watchers = plugins.assessments.isEmpty ? [] : [ClosedYears(assessments: plugins.assessments)]
        return open
      }
    }
    var registry = CommandRegistry()
    try HostCommands.register(
      in: &registry, state: state, assessments: plugins.assessments, forms: forms,
      due: plugins.dueSources)
    try PluginCommands.register(in: &registry, plugins: plugins, executable: environment.executable)
    remarks += plugins.register(in: &registry)
    self.configuration = configuration
    self.plugins = plugins
    self.registry = registry
    self.remarks = remarks
    language = options.language ?? configuration?.language ?? environment.language
  }

  private static func plugins(
    _ folder: WorkspaceFolder?, _ configuration: WorkspaceConfiguration?, _ environment: HostEnvironment,
    _ options: Invocation.Options
  ) -> PluginSet {
    let lookup: (String) -> String? = { environment.variables[$0] }
    guard let without = options.without else {
      return PluginSet(search: PluginSearch(places: []), enabled: [])
    }
    var search = PluginSearch.standard(executable: environment.executable, environment: lookup)
    if let folder { search.addWorkspace(folder.path, permissions: PluginPermissions(environment: lookup)) }
    let trial = PluginTrial(program: environment.executable, cache: .standard(environment: lookup))
    return PluginSet(search: search, enabled: configuration?.plugins, without: without, trial: trial)
  }

  private static func labels(_ plugins: PluginSet) -> [String: Label] {
    let manifests = plugins.inUse.compactMap(\.manifest)
    var labels = Dictionary(manifests.map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first })
    if plugins.declarations[FormRelations.delivery] != nil { labels["form"] = FormRelations.label }
    return labels
  }

  /// Who sits here as far as that is known without asking: as the command line says, as the workspace knows the
  /// login, as was answered before.
  static func person(
    _ configuration: WorkspaceConfiguration, _ environment: HostEnvironment, _ options: Invocation.Options
  ) -> String? {
    options.person ?? configuration.person(login: environment.login)?.name
  }
}
