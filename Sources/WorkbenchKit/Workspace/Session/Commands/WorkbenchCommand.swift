import KitModel

/// A command that can be run: of the host, or of a plugin once it is loaded.
///
/// Commands are values without state; all they know comes with the arguments and the context. They run on the
/// session's thread, one at a time.
public protocol WorkbenchCommand: Sendable {
  /// Does the work. Faults are thrown as `Diagnostic` or `Diagnostics`; after one the workspace is unchanged,
  /// since changes happen in transactions.
  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult
}
