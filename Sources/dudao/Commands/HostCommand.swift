import FoundationEssentials
import KitModel
import PluginAPI

/// A command of the host: what it is called and takes, and its code, in one file.
protocol HostCommand: WorkbenchCommand {
  static var declaration: CommandDeclaration { get }
}

extension Label {
  /// `Label("导入", "import")` in catalogues, Chinese first.
  init(_ zh: String, _ en: String) { self.init(zh: zh, en: en) }
}

extension Column {
  /// A column of a table that a command makes.
  init(_ id: String, _ label: Label, _ type: DataType = .text) {
    self.init(id: id, label: label, type: type)
  }
}

/// A name as it is written in a query that a command makes: always in backquotes, so that no name can be
/// read as a word of the language.
func quoted(_ name: String) -> String { "`" + name + "`" }

extension CommandContext {
  /// The open workspace, or what to do to open one.
  func openWorkspace() throws -> SessionWorkspace {
    guard let workspace else { throw Diagnostic(HostMessages.noWorkspace) }
    return workspace
  }

  /// The folder in which the process stands.
  var currentFolder: String { FileManager.default.currentDirectoryPath }

  /// A path as pasted, made plain.
  func pasted(_ path: String) throws -> String {
    try PastedPath.ofThisMachine().path(path)
  }

  /// A path as pasted, from the folder in which the process stands.
  func absolute(_ path: String) throws -> String {
    WorkspaceFinder(currentFolder: currentFolder).absolute(try pasted(path))
  }

  /// Tells of an import and looks for the wish to stop.
  var importHooks: ImportHooks {
    ImportHooks(
      progress: { rows in self.progress(rows, of: nil, ProgressWords.rowsRead) },
      checkCancellation: { try self.checkCancellation() })
  }
}
