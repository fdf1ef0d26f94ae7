/// The full name of an entity as it is written in a query that a command makes: `district.unit` with each part in
/// backquotes, so that no name can be read as a word of the language.
public func quotedRelation(_ fullName: String) -> String {
  fullName.split(separator: ".").map { "`\($0)`" }.joined(separator: ".")
}
