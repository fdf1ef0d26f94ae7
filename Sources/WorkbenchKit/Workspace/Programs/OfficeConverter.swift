import Glibc
import KitFormats
import KitModel

/// Turns workbooks of old formats (.xls, .et, .ods) into xlsx with LibreOffice, where it is installed.
struct OfficeConverter {
  /// Where programs are looked for; tests put their own there.
  var searchPath = ProgramPath.folders
  /// The first conversion after an update takes LibreOffice half a minute.
  var patience = 180

  /// Converts a file into `folder` and gives the path of the result.
  ///
  /// - Parameter name: The file as the user knows it.
  func convert(_ path: String, name: String, into folder: TemporaryFolder) throws -> String {
    guard let program = ProgramPath.find(["soffice", "libreoffice"], in: searchPath) else {
      throw Diagnostic(ImportMessages.officeMissing, ["file": name], in: Location(file: name))
    }
    // A profile of its own: with the user's, a window that is open would swallow the call.
    let arguments = [
      program, "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--norestore",
      "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder.path, path,
    ]
    guard let child = ChildProcess.start(program, arguments) else {
      throw Diagnostic(ImportMessages.officeMissing, ["file": name], in: Location(file: name))
    }
    let ending = child.wait(seconds: patience)
    let leaf = path.split(separator: "/").last.map(String.init) ?? path
    let stem = leaf.lastIndex(of: ".").map { String(leaf[..<$0]) } ?? leaf
    let result = folder.path + "/" + stem + ".xlsx"
    if case .exited(0, _) = ending, access(result, R_OK) == 0 { return result }
    throw Diagnostic(
      ImportMessages.officeFailed, ["file": name].merging(Self.reason(ending)) { $1 },
      in: Location(file: name))
  }

  private static func reason(_ ending: ChildProcess.Ending?) -> [String: String] {
    switch ending {
    case nil: ReasonWords.tooSlow.arguments(as: "reason")
    case .killed: ReasonWords.died.arguments(as: "reason")
    case .exited(_, let output):
      output.split(separator: "\n").last.map { ["reason": String($0.prefix(120))] }
        ?? ReasonWords.damaged.arguments(as: "reason")
    }
  }
}
