/// Text with structure: what a card, a help page or a report is made of before it has a layout.
///
/// A document says what its parts are, never how they look; terminal, markdown and html are made from it alike.
public struct Document: Sendable {
  public var blocks: [Block]

  public init(_ blocks: [Block] = []) { self.blocks = blocks }

  public enum Block: Sendable {
    /// A heading; level 1 is the title.
    case heading(String, level: Int)
    case paragraph(String)
    case list([String])
    /// Names with their values, one below the other: the head of a card.
    case facts([Fact])
    case table(Table, title: String?)
    /// Text to be shown as it stands: a command to type, a session.
    case code(String)
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
}
