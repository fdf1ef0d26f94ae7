import KitModel
import KitWorkspace

/// Reads `papers.yaml`.
enum PaperRulesReader {
  private static let kindKeys = [
    "id", "label", "english", "series", "template", "review", "drafted_by", "signed_by", "delivered_by",
    "voided_by", "facts", "items",
  ]

  /// - Parameter folder: Of the plugin whose file it is; nil: the workspace's.
  static func read(_ bytes: [UInt8], file: String, folder: String?) throws -> PaperRules {
    try YAMLReader.read(bytes, file: file) { root in
      guard let map = root.mapping(keys: ["register", "organ", "copy_to", "series", "kinds"]) else {
        return nil
      }
      var rules = PaperRules()
      rules.register = map.text("register")
      rules.organ = map.text("organ")
      rules.copyTo = map.text("copy_to")
      rules.series = map.list("series").compactMap(series)
      rules.kinds = map.list("kinds").compactMap { kind($0, folder) }
      unique(map, "series", rules.series.map(\.id))
      unique(map, "kinds", rules.kinds.map(\.id))
      return rules
    }
  }

  private static func unique(_ map: YAMLMapping, _ key: String, _ ids: [String]) {
    var seen: Set<String> = []
    for (place, id) in ids.enumerated() where !seen.insert(id).inserted {
      let nodes = map.list(key)
      (place < nodes.count ? nodes[place] : map.node).fault(PaperFaults.idTwice, ["id": id])
    }
  }

  private static func series(_ node: YAMLNode) -> PaperSeries? {
    guard let map = node.mapping(keys: ["id", "code", "first"]), let id = map.requiredText("id"),
      let code = map.requiredText("code")
    else { return nil }
    var first: [Int: Int] = [:]
    for (key, value) in map["first"]?.openMapping() ?? [] {
      guard let year = key.integer(), let number = value.integer() else { continue }
      if !(1...PaperSeries.greatest).contains(number) {
        value.fault(PaperFaults.firstNumber, ["found": "\(number)", "most": "\(PaperSeries.greatest)"])
      }
      first[year] = number
    }
    return PaperSeries(id: id, code: code, first: first)
  }

  private static func kind(_ node: YAMLNode, _ folder: String?) -> PaperKind? {
    guard let map = node.mapping(keys: kindKeys), let id = map.requiredText("id"),
      let label = map.requiredLabel()
    else { return nil }
    let items = (map["items"]?.openMapping() ?? []).compactMap { key, value -> PaperKind.Items? in
      guard let name = key.text(), let rows = value.text() else { return nil }
      return PaperKind.Items(name: name, rows: rows)
    }
    return PaperKind(
      id: id, label: label, series: map.text("series"), template: map.text("template") ?? label.zh,
      needsReview: map.boolean("review") ?? false, draftedBy: map.label("drafted_by"),
      signedBy: map.label("signed_by"), voidedBy: map.label("voided_by"),
      deliveredBy: map.label("delivered_by"), facts: map.text("facts"), items: items, folder: folder)
  }
}
