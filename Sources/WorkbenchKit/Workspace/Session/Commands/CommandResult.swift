import KitModel

/// What a command returns. The host renders, pipes, exports or serialises it; no command prints.
public enum CommandResult: Sendable {
  case table(Table)
  case document(Document)
  /// One sentence about what was done, and what else has to be said.
  case notice(Diagnostic, remarks: [Diagnostic] = [])
  /// Done, and nothing to say.
  case none
}
