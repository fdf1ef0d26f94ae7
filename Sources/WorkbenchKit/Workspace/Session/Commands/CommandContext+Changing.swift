import KitModel
import KitStore

extension CommandContext {
  /// Whether changes are taken back one by one. In a dry run of a whole text they are taken back together at its end:
  /// until then what runs later finds them, as it would without it.
  var takesBackChanges: Bool { isDryRun && workspace?.store.isInTrial != true }

  /// Changes rows by what the language cannot say: all of it or nothing. In a dry run nothing of it stays.
  @discardableResult
  public func changing<Result>(
    _ body: (any ChangeTransaction) throws -> Result
  ) throws -> (result: Result, change: ChangeRecord?) {
    let store = try neededWorkspace().store
    try store.access.requireWritable()
    return try store.change(changeContext, isDryRun: takesBackChanges, body)
  }
}
