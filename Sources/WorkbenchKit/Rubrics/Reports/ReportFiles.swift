import KitDocuments
import KitFormats
import KitModel
import KitWorkspace

/// Writes documents below `exports/`, each in several formats, and says what was written.
final class ReportFiles {
  private let folder: String
  private let context: any CommandContext
  private var paths: [String] = []
  private var remarks: [Diagnostic] = []

  init(folder: String, context: any CommandContext) {
    self.folder = folder
    self.context = context
  }

  func write(_ document: Document, named name: String, as formats: [DocumentFormat]) throws {
    for format in formats {
      var options = WritingOptions(language: context.language, time: context.time)
      options.author = context.person
      let written = try DocumentWriter.write(document, format: format, options: options)
      // A name from a file may hold what no file's name can.
      let leaf = String(name.map { "/\\:*?\"<>|".contains($0) ? "-" : $0 })
      paths.append(try context.writeFile("\(folder)/\(leaf).\(format.rawValue)", written.bytes))
      for remark in written.remarks where !remarks.contains(remark) { remarks.append(remark) }
    }
  }

  func notice(_ words: [String: String]) -> CommandResult {
    let message = context.isDryRun ? ReportMessages.wouldWrite : ReportMessages.written
    return .notice(
      Diagnostic(
        message,
        words.merging(["count": "\(paths.count)", "first": paths.first ?? "—", "last": paths.last ?? "—"]) {
          $1
        },
        severity: .note),
      remarks: remarks)
  }
}
