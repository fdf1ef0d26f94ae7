import KitModel

/// Who changes the workspace, when, and by which command: what the journal keeps of every change.
public struct ChangeContext: Hashable, Sendable {
  /// The person at the workbench, as the workspace knows them.
  public var person: String
  /// The login under which the process runs.
  public var login: String
  /// The moment of the change on the workspace's clock.
  public var time: Timestamp
  /// The command as typed.
  public var command: String

  public init(person: String, login: String, time: Timestamp, command: String) {
    self.person = person
    self.login = login
    self.time = time
    self.command = command
  }
}
