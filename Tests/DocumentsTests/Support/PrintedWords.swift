import Foundation
import Testing

/// The words of all pages of a pdf, with their places in points from the top left.
struct PrintedWords {
  struct Word {
    var text: String
    var page: Int
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double
  }

  private(set) var words: [Word] = []
  private(set) var sizes: [(width: Double, height: Double)] = []

  init(_ pdf: String) throws {
    let told = try Program.run("pdftotext", ["-bbox", pdf, "-"])
    for line in told.split(separator: "\n") {
      let numbers = line.matches(of: /="(-?[0-9.]+)"/).compactMap { Double($0.output.1) }
      if line.contains("<page "), numbers.count == 2 { sizes.append((numbers[0], numbers[1])) }
      guard line.contains("<word "), numbers.count == 4, let text = line.firstMatch(of: />(.*)<\/word>/)
      else {
        continue
      }
      words.append(
        Word(
          text: String(text.output.1), page: sizes.count, left: numbers[0], right: numbers[2],
          top: numbers[1],
          bottom: numbers[3]))
    }
  }

  /// How often each code `R12C34` was printed whole.
  var codes: [String: Int] {
    words.flatMap { $0.text.matches(of: /R[0-9]+C[0-9]+/).map { String($0.output) } }
      .reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// Words that come nearer to an edge of their page than `margin`; at the foot the page number stands.
  func outside(margin: Double, foot: Double) -> [Word] {
    words.filter { word in
      let size = sizes[word.page - 1]
      return word.left < margin || word.right > size.width - margin || word.top < margin
        || word.bottom > size.height - foot
    }
  }
}
