import Foundation
import KitModel
import Testing

@testable import KitLanguage

/// Carries a result out of a thread that is waited for.
private final class Box<Result>: @unchecked Sendable { var result: Result? }

/// Deep, long and large texts: limits are errors with a span, never a stack overflow, and time is linear.
@Suite(.serialized) struct LimitTests {
  /// Runs on a thread with the smallest stack that callers have; the tree is freed there too.
  static func onSmallStack<Result: Sendable>(_ body: @escaping @Sendable () -> Result) -> Result? {
    let box = Box<Result>()
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      box.result = body()
      done.signal()
    }
    thread.stackSize = 512 * 1024
    thread.start()
    done.wait()
    return box.result
  }

  static func codes(_ text: String) -> [String] {
    onSmallStack { Parser.parse(text).diagnostics.map(\.message.id) } ?? ["no answer"]
  }

  struct Nest: CustomTestStringConvertible, Sendable {
    let name: String
    let open: String
    let close: String
    var inside = "1"
    var before = ""
    var testDescription: String { name }
    func text(_ depth: Int) -> String {
      before + String(repeating: open, count: depth) + inside + String(repeating: close, count: depth)
    }
  }

  static let nests: [Nest] = [
    Nest(name: "parentheses", open: "(", close: ")"),
    Nest(name: "parentheses with operators", open: "1 + (", close: ")"),
    Nest(name: "calls", open: "abs(", close: ")"),
    Nest(name: "conditions of aggregates", open: "count(x where ", close: ")"),
    Nest(name: "cases", open: "case { else: ", close: " }"),
    Nest(name: "tables", open: "[a; ", close: "]"),
    Nest(name: "sub-pipelines", open: "x in (school | where ", close: ")", before: "school | where "),
    Nest(name: "sources", open: "(", close: ") | count", inside: "school"),
    Nest(name: "joins", open: "school | join (", close: ")", inside: "school"),
    Nest(name: "arguments", open: #"open a=("#, close: ")", before: "let y = "),
    Nest(name: "binds", open: "school | derive y = (", close: ")", inside: "school"),
    Nest(name: "items", open: "school | select y = (", close: ")", inside: "school"),
    Nest(name: "join conditions", open: "school | join x on (", close: ")"),
    Nest(name: "between", open: "x between 1 and (", close: ")"),
    Nest(name: "blocks", open: "for z in zone { ", close: " }"),
    Nest(name: "ifs", open: "if x { ", close: " }"),
    Nest(name: "not", open: "not ", close: ""),
    Nest(name: "signs", open: "- ", close: ""),
  ]

  @Test(arguments: nests) func nestingStopsAtItsLimit(nest: Nest) {
    #expect(Self.codes(nest.text(100)) == [])
    #expect(Self.codes(nest.text(101)) == ["language.nesting-too-deep"])
    #expect(Self.codes(nest.text(20_000)).first == "language.nesting-too-deep")
  }

  @Test func elseIfsNestToo() {
    let chain = String(repeating: "if x { 1 } else ", count: 100) + "{ 2 }"
    #expect(Self.codes(chain) == [])
    #expect(Self.codes(String(repeating: "if x { 1 } else ", count: 3000) + "{ 2 }") != [])
  }

  @Test(arguments: [" + ", " and ", " or ", " * ", " - "]) func operatorsStopAtTheirLimit(op: String) {
    #expect(Self.codes(Array(repeating: "a", count: 1001).joined(separator: op)) == [])
    let long = Array(repeating: "a", count: 1002).joined(separator: op)
    #expect(Self.codes(long) == ["language.expression-too-long"])
    let diagnostics = Parser.parse(long).diagnostics
    #expect(diagnostics.first?.span?.start == 1001 * (1 + op.utf8.count) - op.utf8.count + 1)
  }

  @Test func operatorsOfInnerExpressionsCount() {
    let chain = Array(repeating: "a", count: 600).joined(separator: " + ")
    #expect(Self.codes("(\(chain)) + (\(chain))") == ["language.expression-too-long"])
    #expect(Self.codes("school | where \(chain) > 1 | where \(chain) > 1") == [])
    #expect(Self.codes("x in (school | where \(chain) > 1 | where \(chain) > 1)").count == 1)
  }

  @Test func deepestTreeIsWrittenAndFreedOnASmallStack() {
    let nest =
      String(repeating: "(", count: 100) + Array(repeating: "a)", count: 100).joined(separator: " * b - ")
    let text = nest + " + " + Array(repeating: "a", count: 800).joined(separator: " + ")
    let written = Self.onSmallStack {
      let result = Parser.parse(text)
      return result.isSound ? CanonicalFormatter(language: .en).text(result.script) : nil
    }
    #expect((written ?? nil)?.isEmpty == false)
  }

  @Test func stagesStopAtTheirLimit() {
    let stage = " | take 1"
    #expect(Self.codes("school" + String(repeating: stage, count: 1000)) == [])
    #expect(
      Self.codes("school" + String(repeating: stage, count: 1001)) == ["language.pipeline-too-long"])
  }

  /// Pieces that are repeated to megabytes; each must be read in one pass.
  static let pieces = [
    "a", "中", "1", "每", "且", "60且", "3按", "(", ")", "[", "]", "{", "}", "\"", "“", "“a”", "”", "`", "·", "a·",
    "—", "a——",
    "-", "--", "- ", "not ", "|", "||", ".", "。", "a.", "..", ",", ";", "\n", " ", "\u{3000}", "\u{200B}",
    "a\u{200B}", "#",
    "# a\n", "a = ", "=", "a ", "open \"a\" ", "2024-", "2024-09-01 ", "3.5", "3 天 ", "1 + ", "1 < ",
    "x in (", "school | ",
    "| take 1 ", "|取", "|取7", "f(", "f(a, ", "case { ", "$", "$a ", "\u{202E}", "😀", "a\u{0301}", "print 1\n",
    "if x {\n", "}",
    "else ", "介于60到", "x 介于 1 到 2 且 ", "\r\n", "a=(", "let a = 1\n", "param a\n", "open a=b ", "\u{2028}",
    "《", "`a` ",
  ]

  @Test(arguments: pieces) func timeIsLinear(piece: String) {
    // The best of three: other work on the machine makes a run longer, never shorter.
    func seconds(_ text: String) -> Double {
      let clock = ContinuousClock()
      let times = (1...3).map { _ in
        let time = clock.measure { _ = Self.codes(text) }
        return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
      }
      return times.min() ?? 0
    }
    func text(_ bytes: Int) -> String {
      "x " + String(repeating: piece, count: bytes / piece.utf8.count)
    }
    // Four times the text may take ten times as long on a busy machine, never sixteen.
    let small = seconds(text(20_000))
    let large = seconds(text(80_000))
    #expect(large < max(0.5, small * 10), "\(small) s, \(large) s")
  }

  @Test func tenMegabytesOnOneLine() {
    let name = String(repeating: "在校生数", count: 830_000)
    #expect(Self.codes("学校 | 筛选 \(name) > 1") == [])
  }
}
