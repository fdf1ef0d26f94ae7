import KitModel
import Testing

@testable import KitLanguage

/// Text written from the tree, in either language, has the same tree, and writing it again changes nothing.
func expectSameTree(
  _ text: String, mode: Parser.Mode = .script, sourceLocation: SourceLocation = #_sourceLocation
) {
  let first = Parser.parse(text, mode: mode)
  #expect(first.isSound, "\(text): \(first.diagnostics)", sourceLocation: sourceLocation)
  let dump = TreeDump.of(first.script)
  for language in UILanguage.allCases {
    let written = CanonicalFormatter(language: language).text(first.script)
    let second = Parser.parse(written, mode: mode)
    #expect(
      TreeDump.of(second.script) == dump,
      "\(text) was written as \(written) \(second.diagnostics.map(\.message.id))",
      sourceLocation: sourceLocation)
    #expect(
      CanonicalFormatter(language: language).text(second.script) == written, sourceLocation: sourceLocation)
  }
}
