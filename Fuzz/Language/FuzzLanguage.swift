import Glibc
import KitLanguage
import KitModel

/// Any text as a script, as a line at the prompt and under a cursor: places lie within the text, and what is
/// right is written in either language so that it is read again and written alike.
@c(LLVMFuzzerTestOneInput)
public func fuzzLanguage(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: data, count: size)
  let text = String(decoding: bytes, as: UTF8.self)
  let mode: Parser.Mode = size % 2 == 0 ? .script : .prompt
  let result = Parser.parse(text, mode: mode)
  let length = text.utf8.count
  for diagnostic in result.diagnostics {
    guard let span = diagnostic.span, span.end <= length,
      diagnostic.fixes.allSatisfy({ $0.span.end <= length })
    else { stop("a place outside the text") }
  }
  if result.isSound {
    for language in UILanguage.allCases { checkWriting(result.script, language, mode) }
  }
  let context = CursorContext(text, length / 2, mode: mode)
  guard context.word.end <= length else { stop("a word outside the text") }
  return 0
}

private func checkWriting(_ script: Script, _ language: UILanguage, _ mode: Parser.Mode) {
  let formatter = CanonicalFormatter(language: language)
  let written = formatter.text(script)
  let again = Parser.parse(written, mode: mode)
  guard again.isSound else { stop("what was written cannot be read: \(written)") }
  guard formatter.text(again.script) == written else { stop("what was written is not stable: \(written)") }
}

private func stop(_ reason: String) -> Never {
  perror("promise broken: \(reason)")
  abort()
}
