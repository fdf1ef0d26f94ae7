/// Official papers as docx and pdf.
extension Bench {
  /// What the peers are to write, and the pages that WeasyPrint is to print.
  func preparePapers() throws {
    if !exists("notices.json") { _ = try run([papers, "json", "500", "."]) }
    if !exists("pages") { _ = try run([papers, "html", "100", "pages"]) }
  }

  var paperComparisons: [Comparison] {
    [
      Comparison(
        name: "500 notices as docx, against python-docx", reach: 0.25,
        ours: [papers, "docx", "500", "our-notices"],
        peer: ["\(peers)/python3", "peers/write_notices.py", "notices.json", "their-notices"],
        before: ["rm", "-rf", "our-notices", "their-notices"]),
      Comparison(
        name: "100 notices as pdf, against WeasyPrint on the same pages in one process", reach: 1.1,
        ours: [papers, "pdf", "100", "our-pdf"],
        peer: ["/usr/bin/python3", "peers/print_pages.py", "pages", "their-pdf"],
        before: ["rm", "-rf", "our-pdf", "their-pdf"]),
    ]
  }
}
