import Foundation
import GoldenFile
import KitModel
import Testing

/// Why the system refused something, as a clerk reads it.
@Suite struct SystemReasonTests {
  private static let codes: [(name: String, code: Int32)] = [
    ("ENOSPC", ENOSPC), ("EDQUOT", EDQUOT), ("EACCES", EACCES), ("EPERM", EPERM), ("EROFS", EROFS),
    ("ENOENT", ENOENT), ("ENOTDIR", ENOTDIR), ("EISDIR", EISDIR), ("ENAMETOOLONG", ENAMETOOLONG),
    ("EIO", EIO),
    ("EFBIG", EFBIG), ("EPIPE", EPIPE), ("EMFILE", EMFILE),
  ]

  private static let errors: [CocoaError.Code] = [
    .fileWriteOutOfSpace, .fileWriteNoPermission, .fileReadNoPermission, .fileWriteVolumeReadOnly,
    .fileNoSuchFile, .fileReadNoSuchFile, .fileWriteUnknown,
  ]

  private static let sentence = Message("test.sentence", zh: "写不成：{reason}", en: "not written: {reason}")

  @Test(arguments: UILanguage.allCases) func everyReasonReadsAsItShould(language: UILanguage) throws {
    let lines =
      Self.codes.map { "\($0.name)  " + Self.sentence.text(language, SystemReason.arguments($0.code)) }
      + Self.errors.map {
        "CocoaError \($0.rawValue)  "
          + Self.sentence.text(language, SystemReason.arguments(of: CocoaError($0)))
      }
    let text = lines.joined(separator: "\n") + "\n"
    let golden = GoldenFile("reasons.\(language.rawValue).txt", besides: #filePath)
    #expect(try golden.text(recording: text) == text)
  }

  @Test func messagesAreWholeInBothLanguages() {
    for message in SystemReason.all {
      #expect(message.id.hasPrefix("model."))
      #expect(Message.places(in: message.zh) == Message.places(in: message.en))
    }
  }
}
