import KitModel
import KitWorkspace

/// What the subjects of a year are called.
struct SubjectNames {
  /// Key and name, in the order of the results.
  let subjects: [(key: String, name: String)]
  private let names: [String: String]

  init(assessment: Assessment, year: Period, context: any CommandContext) throws {
    let table = try context.query(
      "\(assessment.quoted("result")) | where year == $the_year | select unit",
      variables: ["the_year": .period(year)]
    )
    subjects = table.rows.compactMap { row in
      guard case .reference(let reference)? = row.values.first else { return nil }
      return (reference.key, reference.name ?? reference.key)
    }
    names = Dictionary(subjects.map { ($0.key, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  func name(of key: String) -> String { names[key] ?? key }

  /// The subject that a person means: by key, by name, or by a part of a name that no other has.
  func key(of wanted: String) -> String? {
    let key = NameKey(wanted)
    if let exact = subjects.first(where: { NameKey($0.key) == key || NameKey($0.name) == key }) {
      return exact.key
    }
    let holding = subjects.filter { NameKey($0.name).description.contains(key.description) }
    return holding.count == 1 ? holding.first?.key : nil
  }
}
