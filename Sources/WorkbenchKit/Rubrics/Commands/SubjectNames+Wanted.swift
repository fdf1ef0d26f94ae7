import KitModel
import KitWorkspace

extension SubjectNames {
  /// The key of the subject that a person means.
  ///
  /// - Parameter words: What the messages say of assessment and year.
  /// - Throws: `unknown`.
  func wanted(_ name: String, _ words: [String: String], at span: SourceSpan?) throws -> String {
    guard let key = key(of: name) else { throw unknown(name, words, at: span) }
    return key
  }

  /// That nobody of the year is called so, with near names first among some that there are; or that there are no results.
  func unknown(_ name: String, _ words: [String: String], at span: SourceSpan?) -> Diagnostic {
    if subjects.isEmpty { return Diagnostic(AssessmentFaults.noResults, words, at: span) }
    let all = subjects.map(\.name)
    let near = Nearness.suggestions(for: name, among: all)
    // Near names first: some of the others show what is meant at all.
    let listed = (near + all.filter { !near.contains($0) }).prefix(8) + (all.count > 8 ? ["…"] : [])
    return Diagnostic(
      AssessmentFaults.noSuchSubject,
      words.merging(["name": name, "names": listed.joined(separator: "、")]) { $1 }, at: span)
  }
}
