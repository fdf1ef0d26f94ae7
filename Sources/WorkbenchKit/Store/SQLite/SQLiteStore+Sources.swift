import FoundationEssentials
import KitModel
import KitQuery

extension SQLiteStore {
  public func earlierMapping(header: [String]) throws -> [String: String]? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let wanted = String(decoding: try encoder.encode(header), as: UTF8.self)
    let found = try withReader { connection in
      try connection.first(
        #"SELECT mapping FROM "_source" WHERE header = ?1 ORDER BY id DESC LIMIT 1"#, [.text(wanted)]
      ) { $0.value(at: 0) }
    }
    guard case .text(let mapping) = found else { return nil }
    return try JSONDecoder().decode([String: String].self, from: Data(mapping.utf8))
  }
}
