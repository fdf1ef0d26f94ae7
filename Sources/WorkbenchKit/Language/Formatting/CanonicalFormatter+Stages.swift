import KitModel

extension CanonicalFormatter {
  func text(_ source: Source) -> String {
    switch source {
    case .command(let command): text(command)
    case .relation(let relation): text(relation)
    }
  }

  func text(_ relation: Relation) -> String {
    switch relation.kind {
    case .path(let path): text(path)
    case .call(let call): text(call)
    case .table(let table): text(table)
    case .pipeline(let pipeline): "(" + text(pipeline) + ")"
    }
  }

  /// One stage, without the `|` before it.
  public func text(_ stage: Stage) -> String {
    switch stage.kind {
    case .where(let condition): return stageWord(.where) + " " + text(condition)
    case .select(let items): return stageWord(.select) + " " + list(items)
    case .derive(let binds): return stageWord(.derive) + " " + list(binds)
    case .fill(let binds): return stageWord(.fill) + " " + list(binds)
    case .set(let binds): return stageWord(.set) + " " + list(binds)
    case .drop(let paths): return stageWord(.drop) + " " + list(paths)
    case .reorder(let paths): return stageWord(.reorder) + " " + list(paths)
    case .rename(let renamings):
      let texts = renamings.map { text($0.new) + " = " + text($0.old) }
      return stageWord(.rename) + " " + texts.joined(separator: ", ")
    case .sort(let keys): return stageWord(.sort) + " " + list(keys)
    case .take(let first, let last):
      let range = first.map { text($0) + (language == .zh ? " 到 " : "..") } ?? ""
      return stageWord(.take) + " " + range + text(last)
    case .skip(let count): return stageWord(.skip) + " " + text(count)
    case .top(let count, let value, let ascending, let per):
      return stageWord(.top) + " " + text(count) + clause(.by, text(value)) + self.per(per)
        + direction(ascending)
    case .distinct(let paths): return stageWord(.distinct) + (paths.isEmpty ? "" : " " + list(paths))
    case .count: return stageWord(.count)
    case .delete: return stageWord(.delete)
    case .sample(let count, let per, let seed):
      return stageWord(.sample) + " " + text(count) + self.per(per) + clause(.seed, seed.map { operand($0) })
    case .check(let test): return stageWord(.check) + " " + text(test)
    case .output(let stage, let arguments):
      return word(stage.rawValue, .stage) + text(arguments)
    default: return groupOrRelation(stage.kind)
    }
  }

  private func groupOrRelation(_ kind: Stage.Kind) -> String {
    switch kind {
    case .group(let all, let keys, let aggregates):
      let texts = [all ? word("all", .clause) : "", keys.isEmpty ? "" : listBeforeBrace(keys)]
      let head = texts.filter { !$0.isEmpty }.map { " " + $0 }.joined()
      return stageWord(.group) + head + braces(aggregates)
    case .prior(let period, let binds): return stageWord(.prior) + " " + text(period) + braces(binds)
    case .total(let columns, let per):
      return stageWord(.total) + (columns.isEmpty ? "" : " " + list(columns)) + self.per(per)
    case .window(let binds, let per, let order):
      let keys = order.isEmpty ? nil : list(order)
      return stageWord(.window) + " " + list(binds) + self.per(per) + clause(.order, keys)
    case .rank(let value, let ascending, let per, let name):
      return stageWord(.rank) + " " + text(value) + self.per(per) + direction(ascending)
        + clause(.as, name.map { text($0) })
    case .pivot(let key, let aggregates, let per, let values):
      let list = values.map { " " + word("in", .comparison) + " (" + self.list($0) + ")" } ?? ""
      return stageWord(.pivot) + " " + listBeforeBrace([key]) + braces(aggregates) + self.per(per) + list
    case .unpivot(let paths, let name, let value):
      let names = [name, value].compactMap { $0.map { text($0) } }
      return stageWord(.unpivot) + " " + list(paths)
        + clause(.as, names.isEmpty ? nil : names.joined(separator: ", "))
    case .bin(let value, let width, let name):
      return stageWord(.bin) + " " + text(value) + clause(.by, text(width))
        + clause(.as, name.map { text($0) })
    case .join(let join): return text(join)
    case .combine(let operation, let relation):
      return word(operation.rawValue, .stage) + " " + text(relation)
    case .into(let path, let update):
      return stageWord(.into) + " " + text(path) + (update ? clause(.update, "") : "")
    case .saveAs(let name, let replace):
      return stageWord(.saveAs) + " " + text(name) + (replace ? clause(.replace, "") : "")
    default: return ""
    }
  }

  private func text(_ join: Stage.Join) -> String {
    let condition: String? =
      switch join.condition {
      case .expression(let expression): text(expression)
      case .columns(let names): names.map { text($0) }.joined(separator: ", ")
      case nil: nil
      }
    let side =
      switch join.side {
      case .inner: ""
      case .left: clause(.left, "")
      case .full: clause(.full, "")
      }
    return word(join.kind.rawValue, .stage) + " " + text(join.relation)
      + clause(.as, join.alias.map { text($0) }) + clause(.on, condition) + side
  }

  // MARK: Parts

  private func stageWord(_ stage: StageWord) -> String { word(stage.rawValue, .stage) }

  /// ` by …`; nothing for nil.
  private func clause(_ clause: ClauseWord, _ text: String?) -> String {
    guard let text else { return "" }
    return " " + word(clause.rawValue, .clause) + (text.isEmpty ? "" : " " + text)
  }

  private func per(_ paths: [Path]) -> String { clause(.per, paths.isEmpty ? nil : list(paths)) }

  private func direction(_ ascending: Bool) -> String { ascending ? clause(.ascending, "") : "" }

  private func text(_ item: Stage.Item) -> String {
    switch item {
    case .path(let path): text(path)
    case .bind(let bind): text(bind)
    }
  }

  private func text(_ bind: Stage.Bind) -> String { text(bind.name) + " = " + text(bind.expression) }

  private func list(_ items: [Stage.Item]) -> String { items.map { text($0) }.joined(separator: ", ") }

  private func list(_ binds: [Stage.Bind]) -> String { binds.map { text($0) }.joined(separator: ", ") }

  private func listBeforeBrace(_ items: [Stage.Item]) -> String {
    items.map { item in
      guard case .bind(let bind) = item else { return text(item) }
      return text(bind.name) + " = " + beforeBrace(text(bind.expression))
    }.joined(separator: ", ")
  }

  private func braces(_ binds: [Stage.Bind]) -> String { " { " + list(binds) + " }" }

  private func list(_ keys: [Stage.SortKey]) -> String {
    keys.map { key in
      let text = operand(key.expression)
      return key.isDescending ? "-" + text : text
    }.joined(separator: ", ")
  }

  private func text(_ count: Stage.Count) -> String {
    switch count {
    case .literal(let number, _): String(number)
    case .path(let path): text(path)
    case .expression(let expression):
      if case .pipeline = expression.kind { text(expression) } else { "(" + text(expression) + ")" }
    }
  }
}
