import KitModel
import KitWorkspace

/// Makes a rubric of the root of its file.
struct RubricReader {
  let plugin: String?
  let file: String
  let digest: String

  private static let keys = [
    "plugin", "year", "label", "english", "meaning", "example", "subjects", "full", "round", "compare",
    "missing",
    "not_applicable", "evaluators", "indicators", "grades", "tie", "life", "crosswalk",
  ]

  func rubric(_ root: YAMLNode) -> Rubric? {
    guard let map = root.mapping(keys: Self.keys) else { return nil }
    let evaluators = evaluators(map)
    let indicators = IndicatorReader(evaluators: evaluators).indicators(map)
    let owner = owner(map)
    let year = map.required("year").flatMap(year)
    let label = map.requiredLabel()
    let subjects = subjects(map)
    let rounding = map.required("round")?.mapping(keys: ["at", "places", "rule"]).flatMap(rounding)
    let compares = map.requiredChoice("compare", Rubric.Comparison.self)
    let full = map.requiredAmount("full")
    let life = map.required("life")?.mapping(keys: ["review_days", "notice_days", "workdays"]).flatMap(life)
    let grading = GradingReader(full: full).grading(map)
    // Whether the parts agree is looked at although one of them may be missing: all faults are told in one go.
    guard let anyYear = year ?? Period(stored: "2000") else { return nil }
    let rubric = Rubric(
      plugin: owner ?? "", year: anyYear, label: label ?? Label(zh: file, en: file),
      meaning: map.label("meaning"), isExample: map.boolean("example") ?? false,
      subjects: subjects ?? .init(pipeline: "", category: nil),
      full: full ?? indicators.filter { !$0.isExtra }.reduce(.zero) { $0 + $1.full },
      rounding: rounding ?? RubricRounding(place: .total, places: 2, rule: .halfUp),
      compares: compares ?? .full, missing: map.choice("missing", MissingPolicy.self) ?? .refuse,
      notApplicable: map.choice("not_applicable", Rubric.ScalingPlace.self) ?? .total, evaluators: evaluators,
      indicators: indicators, grading: grading,
      life: life ?? RubricLife(reviewDays: 0, noticeDays: 0, countsWorkdays: false),
      crosswalk: crosswalk(map), digest: digest, file: file)
    RubricChecks(rubric: rubric, map: map).check()
    let parts: [Any?] = [owner, year, label, subjects, rounding, compares, full, life]
    return parts.allSatisfy { $0 != nil } ? rubric : nil
  }

  private func owner(_ map: YAMLMapping) -> String? {
    guard let plugin else { return map.requiredText("plugin") }
    if let node = map["plugin"], let found = node.text(), found != plugin {
      node.fault(DeclarationFaults.pluginDiffers, ["found": found, "plugin": plugin])
    }
    return plugin
  }

  private func year(_ node: YAMLNode) -> Period? {
    guard let text = node.text() else { return nil }
    if let period = Period(stored: text), period.kind == .year { return period }
    node.fault(DeclarationFaults.yearWanted, ["found": text])
    return nil
  }

  private func subjects(_ map: YAMLMapping) -> Rubric.Subjects? {
    guard let own = map.required("subjects")?.mapping(keys: ["pipeline", "category"]),
      let node = own.required("pipeline"), let pipeline = node.pipeline()
    else { return nil }
    return Rubric.Subjects(
      pipeline: pipeline, category: own.text("category"), line: node.place.line)
  }

  private func rounding(_ map: YAMLMapping) -> RubricRounding? {
    guard let place = map.requiredChoice("at", RubricRounding.Place.self),
      let placesNode = map.required("places"), let places = placesNode.integer(),
      let rule = map.requiredChoice("rule", Fraction.Rounding.self)
    else { return nil }
    if !(0...6).contains(places) { placesNode.fault(DeclarationFaults.placesOutside) }
    return RubricRounding(place: place, places: max(0, min(places, 6)), rule: rule)
  }

  private func life(_ map: YAMLMapping) -> RubricLife? {
    func days(_ key: String) -> Int? {
      guard let node = map.required(key), let days = node.integer() else { return nil }
      if days < 0 { node.fault(DeclarationFaults.belowZero, ["key": key]) }
      return min(max(days, 0), 3650)
    }
    guard let review = days("review_days"), let notice = days("notice_days") else { return nil }
    return RubricLife(
      reviewDays: review, noticeDays: notice, countsWorkdays: map.boolean("workdays") ?? false)
  }

  private func evaluators(_ map: YAMLMapping) -> [Evaluator] {
    var seen: Set<String> = []
    return map.list("evaluators").compactMap { node in
      guard
        let own = node.mapping(keys: [
          "id", "label", "english", "pairs", "entity", "contact", "anonymous", "signed", "least", "drop_from",
          "shows",
          "deadline",
        ]), let id = own.requiredText("id"), let label = own.requiredLabel()
      else { return nil }
      if !seen.insert(id).inserted { node.fault(DeclarationFaults.evaluatorTwice, ["name": id]) }
      let dropsFrom = own.integer("drop_from")
      if let dropsFrom, dropsFrom < 3 { own["drop_from"]?.fault(DeclarationFaults.dropTooSmall) }
      let (isAnonymous, isSigned) = (own.boolean("anonymous") ?? false, own.boolean("signed") ?? false)
      if isAnonymous, isSigned { own["signed"]?.fault(DeclarationFaults.anonymousSigned) }
      return Evaluator(
        id: id, label: label, pairs: own["pairs"]?.pipeline(), entity: own.text("entity"),
        contact: own.texts("contact"),
        isAnonymous: isAnonymous, isSigned: isSigned, least: max(1, own.integer("least") ?? 1),
        dropsFrom: dropsFrom, shows: own.text("shows"), deadlineDays: own.integer("deadline"),
        line: node.place.line)
    }
  }

  private func crosswalk(_ map: YAMLMapping) -> Crosswalk? {
    guard let own = map.mapping("crosswalk", keys: ["from", "map"]),
      let from = own.required("from").flatMap(year),
      let entries = own.required("map")?.openMapping()
    else { return nil }
    let pairs = entries.compactMap { key, value in
      key.text().flatMap { now in
        value.texts().map { Crosswalk.Pair(now: now, before: $0, line: key.place.line) }
      }
    }
    return Crosswalk(from: from, pairs: pairs)
  }
}
