import KitDocuments
import KitModel
import KitWorkspace

/// The template of a report: the workspace's own, else the plugin's, else the kit's.
struct ReportTemplate {
  /// Which report.
  enum Kind: String {
    case feedback, summary

    /// The name of its file, without language.
    var zh: String { self == .feedback ? "反馈报告" : "考核摘要" }
  }

  private let template: DocumentTemplate
  /// Where its pictures lie: beside it.
  private let folder: String?

  /// `templates/履职反馈报告.md` or `templates/duty-feedback.md` of the workspace, `templates/反馈报告.md` or
  /// `templates/feedback.md` of the plugin; of two the one in the reader's language.
  init(_ kind: Kind, of assessment: Assessment, _ context: any CommandContext) throws {
    let isChinese = context.language == .zh
    let own = [assessment.label.zh + kind.zh, "\(assessment.plugin)-\(kind.rawValue)"]
    let shipped = [kind.zh, kind.rawValue]
    var places: [(path: String, shown: String)] = []
    for name in isChinese ? own : own.reversed() {
      if let folder = context.workspace?.folder {
        places.append((folder + "/templates/\(name).md", "templates/\(name).md"))
      }
    }
    // A plugin's text in the other language would be worse than the kit's in the reader's.
    let name = isChinese ? shipped[0] : shipped[1]
    places.append((assessment.folder + "/templates/\(name).md", assessment.folder + "/templates/\(name).md"))
    for place in places {
      guard let bytes = TextFiles.bytes(of: place.path) else { continue }
      template = DocumentTemplate(
        String(decoding: bytes, as: UTF8.self), file: place.shown, language: context.language)
      folder = String(place.path.dropLast(place.path.split(separator: "/").last?.count ?? 0))
      return
    }
    let text = DefaultTemplates.text(kind, context.language)
    template = DocumentTemplate(text, file: kind.zh, language: context.language)
    folder = nil
  }

  /// - Parameter variables: What queries of the template read as `$name`.
  func document(
    _ values: [String: TemplateValue], tables: [String: Table], variables: [String: Value],
    _ context: any CommandContext
  ) throws -> Document {
    let pictures = folder.map(DocumentTemplate.pictures) ?? DocumentTemplate.noPicture
    return try template.document(values, names: ReportWords.names, tables: tables, picture: pictures) {
      query in
      try context.query(query.text, variables: variables)
    }
  }
}
