import KitLanguage
import KitModel
import PluginAPI

/// Gathers what fits at one place, and in the end gives the best of it.
final class CandidateList {
  let partial: String
  private let matcher: NameMatcher
  private let place: CursorContext
  private let language: UILanguage
  /// What stands behind the cursor.
  private let rest: Substring
  private var found: [(match: NameMatch, candidate: Candidate)] = []

  /// How a text of the data is written.
  enum Form {
    /// As a text in quotes.
    case string
    /// As it is, in backquotes where it must.
    case name
    /// As a word behind a command, in quotes where it must.
    case word
  }

  init(place: CursorContext, language: UILanguage, rest: Substring) {
    self.place = place
    partial = place.partial
    matcher = NameMatcher(place.partial)
    self.language = language
    self.rest = rest
  }

  /// The candidates, the best fit first, each text once. What only holds the typed text somewhere inside is
  /// offered when nothing begins with it.
  var candidates: [Candidate] {
    let best = found.map(\.match).min() ?? .inside
    var seen: Set<String> = []
    return found.enumerated()
      .filter { best == .inside || $0.element.match != .inside }
      .sorted { ($0.element.match, $0.offset) < ($1.element.match, $1.offset) }
      .compactMap { seen.insert($0.element.candidate.replacement).inserted ? $0.element.candidate : nil }
  }

  func add(_ offer: Offer, suffix: String = "", form: Form = .name) {
    guard let (name, match) = offer.fit(matcher, language) else { return }
    add(name, match, detail: offer.other(than: name), suffix: suffix, form: form)
  }

  func add(words: [Word]) {
    for word in words {
      guard let (name, match) = offer(word).fit(matcher, language) else { continue }
      // A word of the language is never quoted.
      append(Candidate(name, detail: offer(word).other(than: name), start: place.word.start), match)
    }
  }

  /// Functions, with the parenthesis that opens.
  func add(functions: [Word]) {
    for word in functions {
      guard let (name, match) = offer(word).fit(matcher, language) else { continue }
      let detail = word.signature(language) ?? ""
      append(Candidate(name, detail: detail, replacement: name + "(", start: place.word.start), match)
    }
  }

  func add(commands: [CommandDeclaration]) {
    for command in commands {
      guard
        let (name, match) = Offer(english: command.name.en, chinese: command.name.zh).fit(matcher, language)
      else {
        continue
      }
      append(Candidate(name, detail: command.meaning.text(language), start: place.word.start), match)
    }
  }

  func add(names: [String]) {
    for name in names { add(Offer(english: name, chinese: name)) }
  }

  /// Texts of the data.
  func add(texts: [String], as form: Form, detail: String = "") {
    for text in texts {
      guard let match = matcher.match(text) else { continue }
      add(text, match, detail: detail, form: form)
    }
  }

  /// Files of a folder as typed: matched by their own name.
  func add(paths: [String], in folder: String) {
    let typed = String(partial.dropFirst(folder.count))
    let matcher = NameMatcher(typed)
    for path in paths {
      guard let match = matcher.match(path) else { continue }
      let isFolder = path.hasSuffix("/")
      // A folder leads on: its quote stays open.
      let text = isFolder && place.quote != nil ? folder + path : written(folder + path, .word)
      append(Candidate(path, replacement: text, start: place.word.start), match)
    }
  }

  private func offer(_ word: Word) -> Offer {
    Offer(english: word.english, chinese: word.chinese, others: word.alternatives)
  }

  private func add(_ name: String, _ match: NameMatch, detail: String, suffix: String = "", form: Form) {
    append(
      Candidate(name, detail: detail, replacement: written(name, form) + suffix, start: place.word.start),
      match)
  }

  private func append(_ candidate: Candidate, _ match: NameMatch) { found.append((match, candidate)) }

  /// The text as it must be written at this place, the quote that was opened closed again.
  private func written(_ text: String, _ form: Form) -> String {
    if let quote = place.quote {
      let closing = Self.closing(quote)
      return rest.first == closing ? text : text + String(closing)
    }
    switch form {
    case .string: return "\"" + text.replacing("\"", with: "\"\"") + "\""
    case .word:
      return Self.isPlain(text, and: "/.-~") ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
    case .name: return Self.isPlain(text, and: "_.") && !Self.isReserved(text) ? text : "`" + text + "`"
    }
  }

  private static func closing(_ quote: Character) -> Character {
    switch quote {
    case "“", "”": "”"
    case "‘", "’": "’"
    case "「": "」"
    default: quote
    }
  }

  private static func isPlain(_ text: String, and others: String) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || others.contains($0) }
  }

  private static func isReserved(_ text: String) -> Bool {
    Words.find(text).contains { [.logic, .comparison].contains($0.kind) }
  }
}
