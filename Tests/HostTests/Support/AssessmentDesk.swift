import Foundation
import KitModel
import Testing

@testable import dudao

/// Commands of an office in one folder, each by a person on a day, taken down as they are answered; files between them
/// can be edited, as people edit theirs.
struct AssessmentDesk {
  let folder: String
  let language: UILanguage
  let capture = Capture()
  var lines: [String] = []

  init(folder: String, language: UILanguage) {
    self.folder = folder
    self.language = language
  }

  mutating func remark(_ text: String) { lines.append("# " + text) }

  /// Runs a command; with `quietly` in Chinese, as the returned sheets of the sample were sent, and only what went wrong
  /// is taken down.
  mutating func run(_ person: String, _ day: String, _ words: String..., quietly: Bool = false) {
    let environment = SampleWorkspace.environment(folder: folder, capture)
    let settings = ["--person", person, "--as-of", day, "--lang", (quietly ? .zh : language).rawValue]
    let status = Host.run(settings + words, in: environment)
    let answer = Transcript.lines(of: capture.take().replacing(folder, with: "<workspace>"))
    if quietly, status == .done { return }
    lines.append("$ dudao --person \(person) --as-of \(day) " + words.joined(separator: " "))
    lines += answer
    if status != .done { lines.append("[exit \(status.rawValue)]") }
  }

  func edit(_ file: String, _ from: String, _ to: String) throws {
    let path = folder + "/" + file
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try #require(text.contains(from))
    try text.replacing(from, with: to).write(toFile: path, atomically: true, encoding: .utf8)
  }

  /// Brings a rubric that a plugin ships into the workspace, as people are told to.
  func takeRubric(_ file: String, of plugin: String, as name: String) throws {
    let text = try String(
      contentsOfFile: SampleWorkspace.root + "/Plugins/\(plugin)/rubrics/\(file)", encoding: .utf8)
    try FileManager.default.createDirectory(
      atPath: folder + "/rubrics", withIntermediateDirectories: true)
    try ("plugin: duty\n" + text).write(
      toFile: folder + "/rubrics/" + name, atomically: true, encoding: .utf8)
  }

  /// A copy of a sheet with other answers in it.
  func fill(_ sheet: String, as name: String, _ answers: KeyValuePairs<String, String>) throws {
    var copy = try WorkbookCopy(folder + "/" + sheet)
    copy.fill(answers)
    try copy.write(to: folder + "/" + name)
  }

  var text: String {
    lines.joined(separator: "\n").replacing(SampleWorkspace.root, with: "<dudao>") + "\n"
  }
}
