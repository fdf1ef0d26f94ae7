/// Why the reference interpreter gives no answer.
enum Failure: Error, Hashable {
  /// Names or types are wrong: known before anything runs.
  case refused(String)
  /// What the data did: an overflow, a key met twice, two rows where one is due.
  case running(String)
}
