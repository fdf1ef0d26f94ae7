import Foundation

/// A folder for papers to be opened by other programs. `DUDAO_KEEP_PAPERS=FOLDER` keeps them there, to be looked at.
final class PaperFolder {
  let url: URL
  private let isKept: Bool

  init(_ name: String) throws {
    if let kept = ProcessInfo.processInfo.environment["DUDAO_KEEP_PAPERS"] {
      url = URL(filePath: kept).appending(path: name)
      isKept = true
    } else {
      url = FileManager.default.temporaryDirectory.appending(path: "dudao-papers-\(UUID().uuidString)")
      isKept = false
    }
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { if !isKept { try? FileManager.default.removeItem(at: url) } }

  /// Writes a file and gives its path.
  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = url.appending(path: name)
    try Data(bytes).write(to: file)
    return file.path
  }

  /// The file as LibreOffice prints it.
  func printed(_ file: String) throws -> String { try printed([file])[0] }

  /// The same for several files in one go.
  func printed(_ files: [String]) throws -> [String] {
    _ = try Program.run(
      "soffice",
      [
        "-env:UserInstallation=file://\(url.path)/profile", "--headless", "--norestore", "--convert-to",
        "pdf",
        "--outdir", url.path,
      ] + files)
    return files.map { $0.replacing(/\.[a-z]+$/, with: ".pdf") }
  }
}
