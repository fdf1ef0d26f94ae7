import KitModel

/// A command that can be run: of the host, or of a plugin once it is loaded.
///
/// Commands are values without state; all they know comes with the arguments and the context. They run on the
/// session's thread, one at a time.
public protocol WorkbenchCommand: Sendable {
  /// Does the work. Faults are thrown as `Diagnostic` or `Diagnostics`; after one the workspace is unchanged,
  /// since changes happen in transactions.
  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult
  /// Throws, before a script begins that has the command run another script, that there is none of that name. Does nothing
  /// else. Only of a command whose first parameter is a script.
  func foresee(script name: String, at span: SourceSpan, in context: any CommandContext) throws
}

extension WorkbenchCommand {
  public func foresee(script name: String, at span: SourceSpan, in context: any CommandContext) throws {}
}
