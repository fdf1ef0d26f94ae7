import KitModel
import KitStore

/// Looks at changes that people make, whichever way: typed, imported, brought back in a workbook.
public protocol ChangeWatcher: Sendable {
  /// What has to be said of a change that was made.
  func remarks(on change: ChangeRecord, in context: any CommandContext) throws -> [Diagnostic]
}

extension Session {
  /// The last entry of the journal, where anybody wants to know what comes behind it.
  func watchedHead() -> Int64? {
    guard let workspace, !workspace.watchers.isEmpty, !options.isDryRun else { return nil }
    return (try? workspace.store.chainHead())??.change ?? 0
  }

  /// Says what watchers have to say of the changes behind an entry, and gives the last one.
  func tellWatchers(since head: Int64?) throws -> Int64? {
    guard let head, let workspace, let last = try workspace.store.chainHead()?.change, last > head else {
      return head
    }
    let context = SessionContext(session: self, text: text, command: Label(zh: "", en: ""))
    for id in head + 1...last {
      guard let change = try workspace.store.changeRecord(id), change.kind == .change else { continue }
      for watcher in workspace.watchers { report(try watcher.remarks(on: change, in: context)) }
    }
    return last
  }
}
