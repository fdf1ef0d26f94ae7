import KitModel
import KitPapers
import KitWorkspace

extension DocumentFiles {
  /// The answer of a command that wrote reports of a year.
  func notice(_ words: [String: String]) throws -> CommandResult {
    try finish()
    let message = isDryRun ? ReportMessages.wouldWrite : ReportMessages.written
    return .notice(
      Diagnostic(
        message,
        words.merging(["count": "\(paths.count)", "files": span]) { $1 },
        severity: .note),
      remarks: remarks)
  }
}
