import KitModel
import KitStore

/// What a session works on: the store of an open workspace and what is declared in it.
public struct SessionWorkspace: Sendable {
  /// The workspace's folder.
  public var folder: String
  public var store: any Store
  public var entities: [EntityDeclaration]
  public var calendar: SchoolCalendar
  /// Labels of the plugins by id, so that `办园.结果` is read as `conduct.result`.
  public var plugins: [String: Label]
  /// The folder of each plugin by its id, where its templates and rules lie; in the order in which they were joined.
  public var pluginFolders: [(id: String, path: String)] = []
  /// Those that look at every change and may have something to say about it.
  public var watchers: [any ChangeWatcher] = []
  /// The workspace as it was opened, for commands that import and open files; nil in tests that need no folder.
  public var opened: Workspace?

  public init(
    folder: String, store: any Store, entities: [EntityDeclaration],
    calendar: SchoolCalendar = SchoolCalendar(), plugins: [String: Label] = [:]
  ) {
    self.folder = folder
    self.store = store
    self.entities = entities
    self.calendar = calendar
    self.plugins = plugins
  }

  /// An opened workspace.
  public init(_ workspace: Workspace, plugins: [String: Label] = [:]) {
    self.init(
      folder: workspace.folder.path, store: workspace.store, entities: workspace.declarations.entities,
      calendar: workspace.configuration.calendar, plugins: plugins)
    opened = workspace
  }

  /// Where files are written.
  public var exports: String { folder + "/exports" }
}
