/// Text with structure: what a card, a help page, a report or an official paper is made of before it has a layout.
///
/// A document says what its parts are, never how they look; terminal, markdown, html, docx and pdf are made from it
/// alike.
public struct Document: Sendable {
  public var blocks: [Block]
  public var layout: Layout
  /// What stands above the red line of an official paper.
  public var masthead: Masthead?
  /// What stands at the foot of its last page.
  public var colophon: Colophon?
  /// Headings below the title get their numbers 一、（一）1.（1） from their levels; else they stand as they are.
  public var numbersHeadings = false
  /// A report that should stand on one page: smaller type and less between its parts where its pages are laid out.
  public var isCompact = false
  /// By whom and when it came to be, where that is not whoever writes the file: a signed paper stays the same whoever
  /// prints it and whenever.
  public var origin: Origin?

  public struct Origin: Hashable, Sendable {
    public var author: String
    public var time: Timestamp

    public init(author: String, time: Timestamp) {
      self.author = author
      self.time = time
    }
  }

  public init(_ blocks: [Block] = [], layout: Layout = .report) {
    self.blocks = blocks
    self.layout = layout
  }

  /// On which kind of paper a document stands.
  public enum Layout: Hashable, Sendable {
    /// A report, a card, a table: A4, headings and tables.
    case report
    /// 公文: the type area, type and lines of GB/T 9704.
    case official
  }

  public enum Block: Sendable {
    /// A heading; level 1 is the title, 2 to 5 are 一、（一）1.（1）. A title may hold line breaks, by sense.
    case heading(String, level: Int)
    case paragraph(String)
    case list([String])
    /// Names with their values, one below the other: the head of a card.
    case facts([Fact])
    case table(Table, title: String?)
    /// Text to be shown as it stands: a command to type, a session.
    case code(String)
    /// A table laid out cell by cell.
    case grid(Grid)
    case figure(Figure)
    case chart(Chart)
    /// A part that only official papers have.
    case official(OfficialPart)
    /// What follows stands on a new page.
    case section(Section)
  }

  /// A name and what it is: `校长：王小明`.
  public struct Fact: Hashable, Sendable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The pages from here on.
  public struct Section: Hashable, Sendable {
    /// Wide pages, for wide tables.
    public var isLandscape: Bool

    public init(isLandscape: Bool = false) { self.isLandscape = isLandscape }
  }
}
