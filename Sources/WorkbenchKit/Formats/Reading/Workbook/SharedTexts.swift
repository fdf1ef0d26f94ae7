import KitModel

/// The texts that cells of a workbook share, in one run of bytes. The formatting of runs is dropped, and so
/// are phonetic readings.
struct SharedTexts: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where each text begins, and one more for the end.
  private var starts: [UInt32] = [0]

  var count: Int { starts.count - 1 }

  /// The place in `bytes` of text number `index`; nil if there is none.
  @inline(__always)
  func range(_ index: Int) -> Range<Int>? {
    guard index >= 0, index < count else { return nil }
    return Int(starts[index])..<Int(starts[index + 1])
  }

  init() {}

  init(of part: ZipPart, file: String, limits: ReadingLimits) throws {
    let reader = Reader()
    let stream = try XMLStream(handler: reader, file: file, part: part.name)
    try part.forEachChunk { chunk in
      try stream.feed(chunk)
      guard reader.texts.bytes.count <= limits.sharedTextBytes else {
        throw Self.tooMany(file, "\(limits.sharedTextBytes >> 20) MB")
      }
      guard reader.texts.count <= limits.sharedTexts else {
        throw Self.tooMany(file, String(limits.sharedTexts))
      }
      return true
    }
    try stream.finish()
    self = reader.texts
  }

  private static func tooMany(_ file: String, _ limit: String) -> Diagnostic {
    Diagnostic(WorkbookMessages.tooManyTexts, ["file": file, "limit": limit], in: Location(file: file))
  }

  private final class Reader: XMLHandler {
    var texts = SharedTexts()
    private var isText = false
    private var phonetic = 0

    func start(_ name: UnsafePointer<UInt8>, _ attributes: XMLAttributes) {
      if XMLName.equals(name, "t") {
        isText = phonetic == 0
      } else if XMLName.equals(name, "rPh") {
        phonetic += 1
      }
    }

    func end(_ name: UnsafePointer<UInt8>) {
      if XMLName.equals(name, "t") {
        isText = false
      } else if XMLName.equals(name, "rPh") {
        phonetic -= 1
      } else if XMLName.equals(name, "si") {
        EscapedText.decode(&texts.bytes, from: Int(texts.starts[texts.count]))
        texts.starts.append(UInt32(clamping: texts.bytes.count))
      }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
      if isText { texts.bytes.append(contentsOf: bytes) }
    }
  }
}
