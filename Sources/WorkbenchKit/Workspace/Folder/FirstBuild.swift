import KitModel
import KitQuery
import KitStore

/// Whether the files from which a sample's store is built (`imports:` of `workspace.yaml`) are all in it.
public enum FirstBuild: Hashable, Sendable {
  /// There is nothing to do: they are in it, or the workspace was begun otherwise.
  case done
  /// These are still to be imported: all of them, or those left when the building was broken off.
  case open([WorkspaceConfiguration.ImportEntry])
  /// The building was broken off, and the data was changed since: a file imported now could overwrite what was
  /// typed, so somebody has to decide.
  case leftOpen([WorkspaceConfiguration.ImportEntry])

  /// The note that says that it was finished once; what is undone later stays undone.
  private static let noteName = "first-build"

  /// How far it is, by the journal: each file is a change of its own, named by its command.
  init(of workspace: Workspace) throws {
    let entries = workspace.configuration.imports
    let store = workspace.store
    guard !entries.isEmpty, try store.note(Self.noteName) == nil else {
      self = .done
      return
    }
    let made = try Self.commands(store)
    let own = Set(entries.map(\.command))
    let missing = entries.filter { !made.contains($0.command) }
    if made.isEmpty {
      self = .open(entries)
    } else if missing.isEmpty || own.isDisjoint(with: made) {
      self = .done
      // Not to be asked again at each opening.
      if missing.isEmpty, store.access == .readWrite { try Self.finish(store) }
    } else {
      self = made.isSubset(of: own) ? .open(missing) : .leftOpen(missing)
    }
  }

  /// Notes that all files are in the store.
  static func finish(_ store: any Store) throws { try store.keepNote("done", as: noteName) }

  /// The commands of all changes; an undo is one too.
  private static func commands(_ store: any Store) throws -> Set<String> {
    let column = Column(id: "command", label: Label(zh: "命令", en: "Command"), type: .text)
    let query = CompiledQuery(
      sql: #"SELECT command FROM "log" WHERE kind <> 'schema'"#, parameters: [],
      columns: [ResultColumn(column: column, index: 0)])
    return Set(
      try store.table(of: query).rows.compactMap { row in
        if case .text(let text) = row.values.first { text } else { nil }
      })
  }
}

extension WorkspaceConfiguration.ImportEntry {
  /// The command that imports it, as it can be typed.
  public var command: String {
    func word(_ text: String) -> String {
      text.contains { $0.isWhitespace || "\"'“”|;；,，()（）[]{}`#&<>$".contains($0) } ? "\"\(text)\"" : text
    }
    return "import \(word(file)) --into \(into)" + (sheet.map { " --sheet \(word($0))" } ?? "")
      + (year.map { " --year \($0.stored)" } ?? "")
  }
}
