import Glibc
import KitFormats
import KitModel

/// Prints pages as pdf with WeasyPrint: all of them in one process, since starting it takes longer than a page, and on
/// several cores, since large fonts are cut down for each page anew, which takes seconds.
///
/// Equal pages give equal bytes with the same WeasyPrint and fonts: identifiers and times follow from the page,
/// and nothing is loaded but what stands in the page itself.
struct PDFPrinter {
  /// Where programs are looked for; tests put their own there.
  var searchPath = ProgramPath.folders
  /// A page takes a tenth of a second; a table over a hundred pages takes half a minute.
  var secondsPerPage = 120
  /// The first page waits until all fonts of the machine were looked at.
  var secondsToStart = 60

  /// - Returns: The pdf of each page, in order.
  func print(_ pages: [String]) throws -> [[UInt8]] {
    guard !pages.isEmpty else { return [] }
    guard let python = interpreter else { throw Diagnostic(PDFMessages.missing) }
    let folder = try TemporaryFolder()
    for (index, page) in pages.enumerated() { try folder.write("\(index).html", Array(page.utf8)) }
    try folder.write("print.py", Array(Self.driver.utf8))
    let settings = [
      // Only typefaces that are cut down would bear the day of printing: the same for all of them.
      "SOURCE_DATE_EPOCH": "0", "PYTHONHASHSEED": "0",
      "PYTHONDONTWRITEBYTECODE": "1",
      "PYTHONIOENCODING": "utf-8",
      // WeasyPrint leaves folders for typefaces behind, one for each process that is stopped or holds on to a page.
      "TMPDIR": folder.path,
    ]
    let arguments = [
      python, "-s", folder.path + "/print.py", folder.path, String(pages.count), String(getpid()),
    ]
    guard let child = ChildProcess.start(python, arguments, settings: settings) else {
      throw Diagnostic(PDFMessages.missing)
    }
    let ending = child.wait(seconds: secondsToStart + secondsPerPage * pages.count)
    guard case .exited(0, _) = ending else { throw Self.fault(ending) }
    return try pages.indices.map { index in
      guard let bytes = folder.read("\(index).pdf") else { throw Self.fault(ending) }
      return bytes
    }
  }

  /// The Python that WeasyPrint belongs to: the one that its program names in its first line. Another may come first
  /// on the path and know nothing of it.
  private var interpreter: String? {
    guard let program = ProgramPath.find(["weasyprint"], in: searchPath),
      let line = ProgramPath.interpreterLine(of: program)
    else { return nil }
    let words = line.split(separator: " ").map(String.init)
    guard let first = words.first else { return nil }
    if first.hasSuffix("/env"), let name = words.dropFirst().first {
      return ProgramPath.find([name], in: searchPath)
    }
    return access(first, X_OK) == 0 ? first : nil
  }

  static let noModule: Int32 = 3

  private static func fault(_ ending: ChildProcess.Ending?) -> Diagnostic {
    switch ending {
    case nil: Diagnostic(PDFMessages.tooSlow)
    case .exited(noModule, _): Diagnostic(PDFMessages.missing)
    case .killed: Diagnostic(PDFMessages.died)
    case .exited(_, let output):
      Diagnostic(
        PDFMessages.failed, ["reason": String((output.split(separator: "\n").last ?? "").prefix(200))])
    }
  }
}
