import KitFormats
import KitModel

/// The files to be read for one that was received: itself, what LibreOffice made of it, or what an archive holds.
struct ReadableInput {
  var inputs: [InputFile]
  var remarks: [Diagnostic]

  /// - Parameter name: The file as the user knows it.
  static func open(_ path: String, name: String) throws -> ReadableInput {
    guard FileSize.exists(path) else { throw Diagnostic(ImportMessages.noSuchFile, ["file": name]) }
    return ReadableInput(inputs: [try InputFile.open(path, name: name)], remarks: [])
  }
}
