/// What a command does beyond returning a value. Only commands that read may start a pipeline.
public enum CommandEffect: String, Sendable, CaseIterable {
  case reads, writes, files, destructive
}
