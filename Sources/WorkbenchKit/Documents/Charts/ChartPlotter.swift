import KitFormats
import KitModel

/// Draws charts with gnuplot in the style of the house: all of a document in one process, each as svg and as png.
struct ChartPlotter {
  /// Where programs are looked for; tests put their own there.
  var searchPath = ProgramPath.folders
  var patience = 60

  /// In points of the screen.
  static let width = 620
  static let height = 340

  /// What gnuplot made of a chart.
  struct Drawing {
    var svg: Picture
    var png: Picture
  }

  /// - Returns: The drawings of `charts`, in order.
  func draw(_ charts: [Chart], language: UILanguage) throws -> [Drawing] {
    guard !charts.isEmpty else { return [] }
    guard let program = ProgramPath.find(["gnuplot"], in: searchPath) else {
      throw Diagnostic(PDFMessages.plotterMissing)
    }
    let folder = try TemporaryFolder()
    let script = charts.enumerated().map {
      ChartScript($1, language: language).text(file: "\(folder.path)/\($0)")
    }
    try folder.write("charts.gp", Array(script.joined(separator: "\n").utf8))
    // Settings of a person would change what everybody gets.
    let settings = ["GNUTERM": "unknown", "LC_ALL": "C.UTF-8", "HOME": folder.path]
    let child = ChildProcess.start(program, [program, "-d", folder.path + "/charts.gp"], settings: settings)
    guard let child else { throw Diagnostic(PDFMessages.plotterMissing) }
    let ending = child.wait(seconds: patience)
    guard case .exited(0, _) = ending else { throw Self.fault(ending) }
    let (width, height) = (Double(Self.width), Double(Self.height))
    return try charts.indices.map { index in
      guard let svg = folder.read("\(index).svg"), let png = folder.read("\(index).png"), !svg.isEmpty,
        !png.isEmpty
      else { throw Self.fault(ending) }
      return Drawing(
        svg: Picture(kind: .svg, bytes: Self.plain(svg), width: width, height: height),
        png: Picture(kind: .png, bytes: png, width: width, height: height))
    }
  }

  /// Marks with colours of their own: gnuplot gives them `currentColor`, on which WeasyPrint fails.
  private static func plain(_ svg: [UInt8]) -> [UInt8] {
    let lines = String(decoding: svg, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let plain = lines.map { line -> String in
      let text = String(line)
      guard text.contains("<use xlink:href='#gpPt"), let start = text.firstRange(of: " color='"),
        let end = text[start.upperBound...].firstIndex(of: "'")
      else {
        return text.replacing(" fill='currentColor'", with: "").replacing(" stroke='currentColor'", with: "")
      }
      let colour = text[start.upperBound..<end]
      return text.replacing(" color='", with: " fill='\(colour)' stroke='\(colour)' color='")
    }
    return Array(plain.joined(separator: "\n").utf8)
  }

  private static func fault(_ ending: ChildProcess.Ending?) -> Diagnostic {
    var reason = "—"
    if case .exited(_, let output)? = ending {
      reason = output.split(separator: "\n").last.map { String($0.prefix(200)) } ?? reason
    }
    return Diagnostic(PDFMessages.plotterFailed, ["reason": reason])
  }
}
