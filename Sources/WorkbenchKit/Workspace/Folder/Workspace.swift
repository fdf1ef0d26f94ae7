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

  /// Whether nothing was ever imported or entered, so that a sample is to be built from its files.
  public var isUntouched: Bool {
    get throws {
      let lookups = StoreLookups(store: store, declarations: declarations)
      return try declarations.entities.allSatisfy { try lookups.count($0) == 0 }
    }
  }

  /// Imports the files of `imports:` in their order; a file that is refused ends it.
  ///
  /// - Parameter tell: Gets the report of each file when it is done.
  /// - Throws: `Diagnostics` with the faults of the file that was refused.
  public func rebuild(
    context: ChangeContext, hooks: ImportHooks = ImportHooks(), tell: (ImportReport) -> Void = { _ in }
  ) throws {
    let importer = importer(hooks: hooks)
    for entry in configuration.imports {
      var own = context
      own.command =
        "import \(entry.file) --into \(entry.into)" + (entry.sheet.map { " --sheet \($0)" } ?? "")
        + (entry.year.map { " --year \($0.stored)" } ?? "")
      let request = ImportRequest(
        path: folder.path + "/" + entry.file, entity: try importer.entity(named: entry.into),
        sheet: entry.sheet, year: entry.year, map: entry.map)
      let report = try importer.run(try importer.prepare(request), context: own)
      if report.rejected > 0 { throw Diagnostics(report.allRemarks().filter { $0.severity == .error }) }
      tell(report)
    }
  }
}
