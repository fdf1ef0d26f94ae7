import KitLanguage
import KitModel

/// How two relations hang together by declared references: a column of each side, nil for the side's key.
struct Link {
  var left: Int?
  var right: Int?
  fileprivate var rank: Int
  fileprivate var name: String
}

extension Rows {
  /// The expression of one side of a link.
  mutating func sql(link place: Int?, _ compiler: Compiler) -> SQLExpression {
    place.map { sql(of: $0, compiler) } ?? key?.expressions.first ?? .null
  }
}

extension Compiler {
  /// For backward aggregates: the column of `inner` that refers to the outer row, else the unit that both
  /// refer to.
  func link(from outer: Rows, to inner: Rows, at span: SourceSpan, relation: String) -> Link? {
    let direct = references(of: inner, toKeyOf: outer).map { place, rank in
      Link(left: nil, right: place, rank: rank, name: relation + "." + inner.columns[place].id)
    }
    return chosen(direct, else: shared(outer, inner), at: span, relation: relation, QueryMessages.noReference)
  }

  /// For joins without `on`.
  func joinLink(_ left: Rows, _ right: Rows, at span: SourceSpan, relation: String) -> Link? {
    let toLeft = references(of: right, toKeyOf: left).map { place, rank in
      Link(left: nil, right: place, rank: rank, name: "right." + right.columns[place].id)
    }
    let toRight = references(of: left, toKeyOf: right).map { place, rank in
      Link(left: place, right: nil, rank: rank, name: "left." + left.columns[place].id)
    }
    return chosen(
      toLeft + toRight, else: shared(left, right), at: span, relation: relation,
      QueryMessages.noReferenceForJoin)
  }

  /// Columns that refer to rows of the other side's entity; rank 0 for that very entity, 1 for kin of it.
  private func references(of rows: Rows, toKeyOf other: Rows) -> [(Int, Int)] {
    guard let key = other.key, key.expressions.count == 1, let wanted = entity(key.entity) else { return [] }
    return rows.columns.indices.compactMap { place in
      guard case .reference(let target) = rows.columns[place].type, let view = entity(target),
        view.isKin(of: wanted)
      else { return nil }
      return (place, view.fullName == wanted.fullName ? 0 : 1)
    }
  }

  /// Columns of both sides that refer to the same; rank 0 where they also bear one name.
  private func shared(_ left: Rows, _ right: Rows) -> [Link] {
    var found: [Link] = []
    for (place, column) in left.columns.enumerated() {
      guard case .reference(let one) = column.type, let first = entity(one) else { continue }
      for (other, candidate) in right.columns.enumerated() {
        guard case .reference(let two) = candidate.type, let second = entity(two), first.isKin(of: second)
        else { continue }
        let rank = column.id == candidate.id ? 0 : 1
        let name = column.label.text(environment.language)
        found.append(Link(left: place, right: other, rank: rank, name: name))
      }
    }
    return found
  }

  /// The one best link; several are an error that lists them.
  private func chosen(
    _ direct: [Link], else shared: [Link], at span: SourceSpan, relation: String, _ none: Message
  ) -> Link? {
    let links = direct.isEmpty ? shared : direct
    let best = links.map(\.rank).min()
    let nearest = links.filter { $0.rank == best }
    guard let only = nearest.first else {
      report(none, ["relation": relation], at: span)
      return nil
    }
    if nearest.count > 1 {
      let list = nearest.map(\.name).joined(separator: ", ")
      report(QueryMessages.severalReferences, ["relation": relation, "list": list], at: span)
      return nil
    }
    if direct.isEmpty {
      remark(QueryMessages.throughUnit, ["name": only.name, "relation": relation], at: span)
    }
    return only
  }
}
