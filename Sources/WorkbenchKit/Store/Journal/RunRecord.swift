import KitModel

/// One run of a saved script, as the journal keeps it: what ran, with what, and what came of it.
///
/// It holds all that is needed to run the script again as it was, even when the file is long changed or gone, and to
/// tell what has become different.
public struct RunRecord: Hashable, Sendable {
  /// The script as a person knows it, and the SHA-256 of its text.
  public var script: String
  public var sha256: String
  /// The day that counted as today.
  public var day: CalendarDate
  public var outcome: Outcome
  /// The last entry of the journal before the run, and the last one that it made.
  public var before: Int64
  public var after: Int64
  public var content: Content

  public enum Outcome: String, Hashable, Sendable, Codable {
    case done, checkFailed = "check", failed, interrupted
  }

  public init(
    script: String, sha256: String, day: CalendarDate, outcome: Outcome, before: Int64, after: Int64,
    content: Content
  ) {
    self.script = script
    self.sha256 = sha256
    self.day = day
    self.outcome = outcome
    self.before = before
    self.after = after
    self.content = content
  }

  /// What the journal keeps as one text.
  public struct Content: Hashable, Sendable, Codable {
    /// The texts that ran: the script, then those that it ran.
    public var texts: [Text] = []
    public var parameters: [Parameter] = []
    /// `zh` or `en`: what was shown is in that language.
    public var language: String
    /// When the run began, in seconds since 1970 and by how many the clock stood before UTC: the time that its files
    /// bear.
    public var seconds: Int64
    public var offset: Int
    public var items: [Item] = []
    public var files: [File] = []

    public init(language: String, moment: Timestamp) {
      self.language = language
      (seconds, offset) = (moment.seconds, moment.offset)
    }

    public var moment: Timestamp { Timestamp(seconds: seconds, offset: offset) }
  }

  /// A script as it was, under the name by which it was run.
  public struct Text: Hashable, Sendable, Codable {
    public var asked: String
    public var name: String
    public var text: String

    public init(asked: String, name: String, text: String) {
      self.asked = asked
      self.name = name
      self.text = text
    }
  }

  /// A value given for a parameter, as it is typed.
  public struct Parameter: Hashable, Sendable, Codable {
    public var name: String
    public var value: String
    /// What was typed for it, where that is something else: a name for a row, which is kept by its key.
    public var typed: String?

    public init(name: String, value: String, typed: String? = nil) {
      self.name = name
      self.value = value
      self.typed = typed
    }
  }

  /// Something that the run showed.
  public struct Item: Hashable, Sendable, Codable {
    public var script: String
    public var line: Int
    public var kind: Kind
    /// SHA-256 of the whole; empty: sensitive values were shown, of which no copy is kept.
    public var sha256: String
    /// The whole, unless it is long.
    public var text: String?

    public enum Kind: String, Hashable, Sendable, Codable {
      case table, document, text, value, change, check, fault
    }

    public init(script: String, line: Int, kind: Kind, sha256: String, text: String?) {
      self.script = script
      self.line = line
      self.kind = kind
      self.sha256 = sha256
      self.text = text
    }
  }

  /// A file that the run wrote; without a digest where it was not made or cannot be read.
  public struct File: Hashable, Sendable, Codable {
    public var path: String
    public var sha256: String?
    public var bytes: Int64?

    public init(path: String, sha256: String? = nil, bytes: Int64? = nil) {
      self.path = path
      self.sha256 = sha256
      self.bytes = bytes
    }
  }
}
