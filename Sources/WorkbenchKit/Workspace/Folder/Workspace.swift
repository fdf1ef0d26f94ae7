import KitModel
import KitQuery
import KitStore

/// An open workspace: its folder, what `workspace.yaml` says, what its plugins declare, and its store.
public struct Workspace: Sendable {
  public let folder: WorkspaceFolder
  public let configuration: WorkspaceConfiguration
  public let declarations: DeclarationSet
  public let store: any Store
  /// What opening had to say: a store that can only be read, tables made for new declarations.
  public let remarks: [Diagnostic]

  /// Opens the store in a folder and makes room in it for what the plugins declare.
  ///
  /// - Parameters:
  ///   - configuration: What the folder's `workspace.yaml` says; read by the caller, who needs to know the
  ///     plugins before there are declarations.
  ///   - context: Who opens it: named in the journal when tables are made.
  public init(
    opening folder: WorkspaceFolder, configuration: WorkspaceConfiguration, declarations: DeclarationSet,
    options: StoreOptions = StoreOptions(), context: ChangeContext
  ) throws {
    var options = options
    options.workspace = folder.path
    let store = try SQLiteStore(file: folder.path + "/" + configuration.storeFile, options: options)
    self.folder = folder
    self.configuration = configuration
    self.declarations = declarations
    self.store = store
    var remarks: [Diagnostic] = []
    if case .readOnly(let reason) = store.access {
      remarks.append(reason)
      // What is declared must be known for reading too; a store that cannot be changed has its tables or not.
      remarks += (try? store.declare(declarations.entities, context: context)) ?? []
    } else {
      remarks += try store.declare(declarations.entities, context: context)
    }
    self.remarks = remarks
  }

  /// Every relation that can be named.
  public func catalog() throws -> Catalog {
    Catalog(entities: declarations.entities, tables: try store.tables())
  }

  /// Imports received files.
  public func importer(hooks: ImportHooks = ImportHooks()) -> Importer {
    Importer(
      folder: folder, store: store, declarations: declarations, schoolYear: configuration.schoolYear,
      language: configuration.language ?? .zh, hooks: hooks)
  }

  /// Opens received files as tables of the session.
  public func opener(hooks: ImportHooks = ImportHooks()) -> FileOpener {
    FileOpener(store: store, folder: folder, hooks: hooks)
  }

  /// Whether files of `imports:` are still to be taken into the store.
  public var firstBuild: FirstBuild {
    get throws { try FirstBuild(of: self) }
  }

  /// Imports files of `imports:` in their order; a file that is refused ends it. Each is a change of its own, so that
  /// what was broken off can be gone on with.
  ///
  /// - Parameters:
  ///   - entries: Those that are missing; nil: all.
  ///   - tell: Gets the report of each file when it is done.
  /// - Throws: `Diagnostics` with the faults of the file that was refused.
  public func rebuild(
    _ entries: [WorkspaceConfiguration.ImportEntry]? = nil, context: ChangeContext,
    hooks: ImportHooks = ImportHooks(), tell: (ImportReport) -> Void = { _ in }
  ) throws {
    let importer = importer(hooks: hooks)
    for entry in entries ?? configuration.imports {
      try hooks.checkCancellation()
      var own = context
      own.command = entry.command
      let request = ImportRequest(
        path: folder.path + "/" + entry.file, entity: try importer.entity(named: entry.into),
        sheet: entry.sheet, year: entry.year, map: entry.map)
      let report = try importer.run(try importer.prepare(request), context: own)
      if report.rejected > 0 { throw Diagnostics(report.allRemarks().filter { $0.severity == .error }) }
      tell(report)
    }
    try FirstBuild.finish(store)
  }
}
