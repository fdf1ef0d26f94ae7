import KitLanguage
import KitModel

/// Which names of pipelines become a part of the statement, read from each place that names them.
///
/// A pipeline behind a name is put in where the name stands, so that the engine sees one query and its indexes serve.
/// Put in twice at each of many steps it would double with every one of them: from some weight on it is made once.
struct NameUses {
  /// Stages that a name may come to, with those of the names in it, and still be put in wherever it stands.
  static let lightest = 16
  /// Names that lead one to the other before one is made beforehand: compiling goes as deep as they do.
  static let longest = 100

  private(set) var shared: Set<NameKey> = []
  /// Those that are made beforehand, in this order.
  private(set) var first: [NameKey] = []

  /// - Parameter known: Names that need not be looked into.
  init(
    in reading: NameReading, variables: [NameKey: QueryScope.Variable], besides known: Set<NameKey> = []
  ) {
    var readings: [NameKey: NameReading] = [:]
    var ordered: [NameKey] = []
    // A stack of its own: a chain of names may be as long as a text.
    var open: [(name: NameKey, rest: [NameKey])] = []
    func enter(_ name: NameKey) {
      guard readings[name] == nil, !known.contains(name), case .query(let pipeline, _)? = variables[name]
      else { return }
      let own = NameReading(pipeline)
      readings[name] = own
      open.append((name, Array(own.names.keys)))
    }
    for name in reading.names.keys {
      enter(name)
      while let last = open.last {
        if let next = last.rest.last {
          open[open.count - 1].rest.removeLast()
          enter(next)
        } else {
          ordered.append(last.name)
          open.removeLast()
        }
      }
    }
    var uses = reading.names
    for own in readings.values { uses.merge(own.names, uniquingKeysWith: +) }
    var weights: [NameKey: Int] = [:]
    var lengths: [NameKey: Int] = [:]
    for name in ordered {
      guard let own = readings[name] else { continue }
      let inner = own.names.reduce(0) { sum, used in
        sum + used.value * (shared.contains(used.key) ? 1 : weights[used.key] ?? 1)
      }
      let weight = min(own.stages + inner, 1 << 20)
      weights[name] = weight
      let length = own.names.keys.map { shared.contains($0) ? 0 : lengths[$0] ?? 0 }.max() ?? 0
      lengths[name] = length + 1
      if length + 1 >= Self.longest { first.append(name) }
      if length + 1 >= Self.longest || (weight > Self.lightest && uses[name, default: 0] > 1) {
        shared.insert(name)
      }
    }
  }
}

/// How often a text names what may be a pipeline, and how many stages it has itself.
struct NameReading: PipelineVisitor {
  private(set) var names: [NameKey: Int] = [:]
  private(set) var stages = 0
  /// Expressions are looked at more than once while they are compiled.
  private static let inExpressions = 2

  init(_ pipeline: Pipeline) { visit(pipeline) }

  init(_ expressions: [Expression]) { expressions.forEach { visit($0) } }

  private mutating func note(_ name: Name?, times: Int) {
    if let name, !name.isQuoted { note(name.key, times: times) }
  }

  private mutating func note(_ name: NameKey, times: Int) {
    // Far below where it could overflow: parentheses in parentheses double it.
    names[name] = min(names[name, default: 0] + times, 1 << 20)
  }

  private mutating func visit(_ pipeline: Pipeline) {
    if case .relation(let relation) = pipeline.source { visit(relation) }
    stages += pipeline.stages.count
    for stage in pipeline.stages {
      visit(stage)
      switch (stage.kind, pipeline.source) {
      // `prior` goes back to the source for the rows of the period before.
      case (.prior, .relation(let relation)): visit(relation)
      // The rows that were drawn are the same wherever the name of them stands.
      case (.sample(_, _, nil), _): stages += NameUses.lightest
      default: break
      }
    }
  }

  mutating func visit(_ relation: Relation) {
    switch relation.kind {
    case .path(let path): note(path.single, times: 1)
    case .call: break
    case .table(let table): visit(table)
    case .pipeline(let pipeline): visit(pipeline)
    }
  }

  mutating func visit(inside pipeline: Pipeline) {
    let inner = NameReading(pipeline)
    stages += inner.stages
    for (name, times) in inner.names { note(name, times: times * Self.inExpressions) }
  }

  /// A relation in a backward aggregate or behind `in`; columns of the same name are counted along with it.
  mutating func visit(name path: Path) { note(path.names.first, times: Self.inExpressions) }

  mutating func visit(members path: Path) { visit(name: path) }
}
