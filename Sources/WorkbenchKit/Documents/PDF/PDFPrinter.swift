import Glibc
import KitFormats
import KitModel

/// Prints pages as pdf with WeasyPrint: all of them in one process, since starting it takes longer than a page, and on
/// several cores, since large fonts are cut down for each page anew, which takes seconds.
///
/// Equal pages give equal bytes with the same WeasyPrint and fonts: identifiers follow from the page, times from the
/// clock of the options, and nothing is loaded but what stands in the page itself.
struct PDFPrinter {
  /// Where programs are looked for; tests put their own there.
  var searchPath = ProgramPath.folders
  /// A page takes a tenth of a second; a table over a hundred pages takes half a minute.
  var secondsPerPage = 120
  /// The first page waits until all fonts of the machine were looked at.
  var secondsToStart = 60

  /// - Returns: The pdf of each page, in order.
  func print(_ pages: [String], time: Timestamp) throws -> [[UInt8]] {
    guard !pages.isEmpty else { return [] }
    guard let python = interpreter else { throw Diagnostic(PDFMessages.missing) }
    let folder = try TemporaryFolder()
    for (index, page) in pages.enumerated() { try folder.write("\(index).html", Array(page.utf8)) }
    try folder.write("print.py", Array(Self.driver.utf8))
    let settings = [
      "SOURCE_DATE_EPOCH": String(max(0, time.seconds)), "PYTHONHASHSEED": "0",
      "PYTHONDONTWRITEBYTECODE": "1",
      "PYTHONIOENCODING": "utf-8",
    ]
    let arguments = [python, "-s", folder.path + "/print.py", folder.path, String(pages.count)]
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

  private static let noModule: Int32 = 3

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

  /// What runs in WeasyPrint's Python: `print.py FOLDER COUNT`.
  private static let driver = """
    import hashlib, logging, os, sys, traceback
    try:
        import weasyprint
        from weasyprint.text.fonts import FontConfiguration
    except ImportError:
        sys.exit(\(noModule))
    logging.disable(logging.CRITICAL)

    def own(url, *rest, **more):
        if not url.startswith("data:"):
            raise ValueError("nothing is loaded: " + url)
        return weasyprint.default_url_fetcher(url, *rest, **more)

    folder, count = sys.argv[1], int(sys.argv[2])
    starter = os.getpid()

    def printed(first, step):
        fonts = FontConfiguration()
        for number in range(first, count, step):
            if starter not in (os.getpid(), os.getppid()):
                return  # Nobody waits for it any more.
            with open(f"{folder}/{number}.html", "rb") as file:
                page = file.read()
            name = hashlib.sha256(page).hexdigest()[:32].encode()
            document = weasyprint.HTML(string=page.decode(), url_fetcher=own, base_url="about:blank")
            document.write_pdf(f"{folder}/{number}.pdf", font_config=fonts, identifier=name)

    def beside(first, step):
        helper = os.fork()
        if helper:
            return helper
        code = 1
        try:
            printed(first, step)
            code = 0
        except BaseException:
            traceback.print_exc()
            sys.stderr.flush()
        finally:
            os._exit(code)

    # How many processes memory has room for: with a typeface of 65,000 characters each comes to 2.8 GB.
    def room():
        try:
            with open("/proc/meminfo") as file:
                free = next(int(line.split()[1]) for line in file if line.startswith("MemAvailable:"))
        except (OSError, StopIteration, ValueError):
            return 1
        return free // (3 << 20)

    # Fonts are loaded after the fork: their library has threads.
    step = max(1, min(count, len(os.sched_getaffinity(0)), room(), 4))
    helpers = [beside(first, step) for first in range(1, step)]
    printed(0, step)
    endings = [os.waitpid(helper, 0)[1] for helper in helpers]
    sys.exit(1 if any(endings) else 0)

    """
}
