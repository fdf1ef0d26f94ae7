import KitModel
import KitQuery

/// What a command returns. The host renders, pipes, exports or serialises it; no command prints.
public enum CommandResult: Sendable {
  case table(Table)
  /// A table of the session that the command has filled, too large to be held in memory: an opened file.
  case relation(TableDeclaration, remarks: [Diagnostic] = [])
  case document(Document)
  /// One sentence about what was done, and what else has to be said.
  case notice(Diagnostic, remarks: [Diagnostic] = [])
  /// Done, and nothing to say.
  case none
}
