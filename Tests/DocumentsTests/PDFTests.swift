import Foundation
import KitFormats
import KitModel
import Testing

@testable import KitDocuments

/// Papers as pdf by WeasyPrint.
@Suite(.serialized) struct PDFTests {
  private static let canPrint = Program.isThere("weasyprint", "pdftotext", "pdfinfo")

  private func pdf(_ document: Document, _ name: String, in folder: PaperFolder) throws -> String {
    let bytes = try DocumentWriter.write(document, format: .pdf, options: Papers.options).bytes
    return try folder.file(name, bytes)
  }

  @Test(.enabled(if: canPrint)) func aFullPageHas22LinesOf28Characters() throws {
    let folder = try PaperFolder("full-pdf")
    let page = try PrintedPage(try pdf(Papers.full(characters: 22 * 28 * 3 - 2), "full.pdf", in: folder), 2)
    #expect(page.size == [595, 842])
    #expect(page.lines.map(\.text.count) == Array(repeating: 28, count: 22))
    #expect(abs(page.left - 79.4) < 3 && abs(page.right - 521.6) < 3, "\(page.left) \(page.right)")
    #expect(page.top > 104.9 && page.bottom < 742.7, "\(page.top) \(page.bottom)")
  }

  @Test(.enabled(if: canPrint)) func aNoticeIsPrintedInItsLayout() throws {
    let folder = try PaperFolder("notice-pdf")
    try NoticeLayout(try pdf(Papers.notice, "notice.pdf", in: folder)).check()
  }

  @Test(.enabled(if: canPrint)) func severalPapersComeInTheirOrderAndEqualOnesAreEqual() throws {
    let papers = [Papers.short, Papers.full(characters: 40), Papers.short]
    let files = try DocumentWriter.write(papers, format: .pdf, options: Papers.options)
    #expect(files.count == 3)
    #expect(files[0].bytes == files[2].bytes && files[0].bytes != files[1].bytes)
    let again = try DocumentWriter.write(Papers.short, format: .pdf, options: Papers.options)
    #expect(again.bytes == files[0].bytes)
    let folder = try PaperFolder("properties")
    let told = try Program.run("pdfinfo", [try folder.file("short.pdf", again.bytes)])
    #expect(told.contains("关于印发《2024年工作要点》的通知") && told.contains("罗启超"))
  }

  /// Without WeasyPrint the package is named; nothing else depends on it.
  @Test func withoutTheProgramItsPackageIsNamed() throws {
    let folder = try PaperFolder("none")
    var printer = PDFPrinter()
    printer.searchPath = [folder.url.path]
    #expect {
      try printer.print(["<p>一</p>"])
    } throws: { error in
      (error as? Diagnostic)?.message.help(.zh)?.contains("apt-get install weasyprint") == true
    }
    _ = try DocumentWriter.write(Papers.short, format: .docx, options: Papers.options)
  }

  /// A printer whose WeasyPrint runs a script of the shell, and where the script lies.
  private static func printer(running script: String, in folder: PaperFolder) throws -> (PDFPrinter, String) {
    let python = try folder.file("python", Array("#!/bin/sh\n\(script)\n".utf8))
    let program = try folder.file("weasyprint", Array("#!\(python)\n".utf8))
    for file in [python, program] {
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
    }
    var printer = PDFPrinter()
    printer.searchPath = [folder.url.path]
    (printer.secondsToStart, printer.secondsPerPage) = (1, 0)
    return (printer, python)
  }

  /// A program of that name that is none, one whose Python lacks the module, one that never ends.
  @Test(arguments: [
    ("exit 1", "documents.pdf-failed"), ("exit 3", "documents.pdf-missing"),
    ("kill -9 $$", "documents.pdf-died"),
    ("sleep 20", "documents.pdf-slow"),
  ])
  func aProgramThatFailsIsTold(script: String, message: String) throws {
    let folder = try PaperFolder("faulty")
    let (printer, _) = try Self.printer(running: script, in: folder)
    #expect {
      try printer.print(["<p>一</p>"])
    } throws: { ($0 as? Diagnostic)?.message.id == message }
  }

  /// What a program leaves among temporary files goes with it, however it ends.
  @Test(arguments: ["echo x >$3/0.pdf; exit 0", "exit 1", "kill -9 $$", "sleep 20"])
  func nothingStaysAmongTemporaryFiles(script: String) throws {
    let folder = try PaperFolder("temporary")
    let (printer, python) = try Self.printer(running: "mktemp -d >$0.made\n\(script)", in: folder)
    _ = try? printer.print(["<p>一</p>"])
    let made = try String(contentsOfFile: python + ".made", encoding: .utf8).split(separator: "\n")
    #expect(made.count == 1)
    for made in made { #expect(!FileManager.default.fileExists(atPath: String(made)), "\(made)") }
  }

  private enum Ending { case readerIsGone, terminated }

  /// Nobody is left who would remove the pages: then the one that prints does.
  @Test(.enabled(if: Program.hasModule("weasyprint")), arguments: [Ending.readerIsGone, .terminated])
  private func pagesGoWithWhoeverWaitedForThem(ending: Ending) throws {
    let folder = try PaperFolder("reader")
    let pages = folder.url.appending(path: "pages")
    try FileManager.default.createDirectory(at: pages, withIntermediateDirectories: true)
    let count = 40
    for page in 0..<count { try Data("<p>一</p>".utf8).write(to: pages.appending(path: "\(page).html")) }
    let driver = try folder.file("print.py", Array(PDFPrinter.driver.utf8))
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    let reader = ending == .readerIsGone ? 1 : ProcessInfo.processInfo.processIdentifier
    process.arguments = ["-s", driver, pages.path, String(count), String(reader)]
    process.environment = ["TMPDIR": pages.path, "PATH": "/usr/bin:/bin"]
    process.standardError = FileHandle.nullDevice
    try process.run()
    if ending == .terminated {
      // As soon as its first page is there it is in the midst of its work.
      for _ in 0..<600 where !FileManager.default.fileExists(atPath: pages.path + "/0.pdf") { usleep(50_000) }
      process.terminate()
    }
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 1)
    #expect(!FileManager.default.fileExists(atPath: pages.path))
  }

  /// A page never loads anything: not a file of the machine, nothing from elsewhere.
  @Test(.enabled(if: canPrint)) func nothingIsLoaded() throws {
    let folder = try PaperFolder("loading")
    let secret = try folder.file(
      "secret.svg", Array("<svg xmlns='http://www.w3.org/2000/svg'><text>秘</text></svg>".utf8))
    let pages = try PDFPrinter().print(
      ["<p>文<img src=\"file://\(secret)\" alt=\"代\"></p>"])
    let told = try Program.run("pdftotext", [try folder.file("loaded.pdf", try #require(pages.first)), "-"])
    #expect(told.contains("代") && !told.contains("秘"))
  }
}
