import FoundationEssentials
import KitModel
import PluginAPI

/// A command of the host: what it is called and takes, and its code, in one file.
protocol HostCommand: WorkbenchCommand {
  static var declaration: CommandDeclaration { get }
}

extension Label {
  /// `Label("导入", "import")` in declarations, Chinese first.
  init(_ zh: String, _ en: String) { self.init(zh: zh, en: en) }
}

extension Column {
  /// A column of a table that a command makes.
  init(_ id: String, _ zh: String, _ en: String, _ type: DataType = .text) {
    self.init(id: id, label: Label(zh: zh, en: en), type: type)
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

  /// A folder as pasted, from the folder in which the process stands.
  func folder(_ pasted: String?) throws -> String? {
    guard let pasted else { return nil }
    let home = ProcessInfo.processInfo.environment["HOME"]
    let here = FileManager.default.currentDirectoryPath
    return WorkspaceFinder(currentFolder: here).absolute(
      try PastedPath.ofThisMachine(home: home).path(pasted))
  }
}
