import Glibc
import KitModel
import Mustache

/// A document that an office can edit: running text in Markdown with values of Mustache, and tables.
///
/// ```text
/// # {{unit}}反馈报告
/// - **得分** {{score}}
/// {{#has_lost}}
/// ## 失分
/// ```table lost
/// ```
/// {{/has_lost}}
/// ```dudao 本年问题
/// 问题 | 筛选 单位 == $unit
/// ```
/// ```
/// Headings `#`, paragraphs, lists `-` and facts `- **name** value` are read. A block `table NAME [TITLE]` shows a table
/// that is given along, a block `dudao [TITLE]` the rows of a query, which reads its values as `$name`: no value is
/// ever pasted into a query. `chart KIND [TITLE]` draws the rows of a query, `picture FILE [WORDS]` shows a picture,
/// `paper` makes an official paper of it all (see `PaperBlock`), `attachment TITLE` begins what is attached, `grid` (表格)
/// is a small table written out.
public struct DocumentTemplate {
  /// A query of a template.
  public struct Query {
    public var text: String
    public var line: Int
  }

  let text: String
  let file: String
  let language: UILanguage

  /// - Parameters:
  ///   - file: As messages call it.
  ///   - language: In which it is said that a query has no rows.
  public init(_ text: String, file: String, language: UILanguage) {
    self.text = text
    self.file = file
    self.language = language
  }

  /// The names that it uses, in their order, each once.
  public var tagNames: [String] { TemplateTags(text, file: file).names }

  /// Whether it uses a value of that name, as a tag or in a query.
  public func mentions(_ name: String) -> Bool { tagNames.contains(name) || text.contains("$" + name) }

  /// The document with these values.
  /// - Parameters:
  ///   - names: Other names for values, such as Chinese ones.
  ///   - tables: By name, what `table NAME` shows.
  ///   - picture: Finds a picture by the name that the template gives it; by default there is none.
  /// - Throws: `Diagnostics` with file and line; all faults of names at once.
  public func document(
    _ values: [String: TemplateValue], names: [String: String] = [:], tables: [String: Table],
    picture: @escaping (String) throws -> Picture = DocumentTemplate.noPicture,
    rows: @escaping (Query) throws -> Table
  ) throws -> Document {
    let tags = TemplateTags(text, file: file)
    let rendered = try tags.rendered(values, names: names)
    return try TemplateReader(file: file, language: language, tables: tables, rows: rows, picture: picture)
      .document(rendered)
  }

  /// Where no folder is known in which pictures could lie.
  public static func noPicture(_ name: String) throws -> Picture {
    throw Diagnostic(
      PictureMessages.missing, ["picture": name].merging(SystemReason.arguments(ENOENT)) { $1 })
  }

  /// Pictures from a folder and those below it, as a template names them.
  public static func pictures(in folder: String) -> (String) throws -> Picture {
    { name in
      guard !name.isEmpty, !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else {
        return try noPicture(name)
      }
      return try PictureFile.read(folder + "/" + name, name: name)
    }
  }
}
