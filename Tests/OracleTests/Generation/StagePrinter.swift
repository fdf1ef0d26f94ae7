import KitLanguage
import KitModel

extension TextPrinter {
  func text(_ stage: Stage) -> String {
    switch stage.kind {
    case .where(let condition): return word("where ", "筛选 ") + text(condition)
    case .select(let items): return word("select ", "选列 ") + list(items)
    case .derive(let binds): return word("derive ", "增列 ") + list(binds)
    case .fill(let binds): return word("fill ", "补缺 ") + list(binds)
    case .drop(let paths): return word("drop ", "去列 ") + list(paths)
    case .reorder(let paths): return word("reorder ", "调序 ") + list(paths)
    case .rename(let renamings):
      return word("rename ", "改名 ")
        + renamings.map { Self.written($0.new) + " = " + Self.written($0.old) }.joined(separator: ", ")
    case .sort(let keys): return word("sort ", "排序 ") + list(keys)
    case .take(let from, let to):
      return word("take ", "取 ") + (from.map { count($0) + ".." } ?? "") + count(to)
    case .skip(let number): return word("skip ", "跳过 ") + count(number)
    case .top(let number, let key, let ascending, let per):
      return word("top ", "前 ") + count(number) + word(" by ", " 按 ") + text(key) + self.per(per)
        + order(ascending)
    case .distinct(let paths): return word("distinct", "去重") + (paths.isEmpty ? "" : " " + list(paths))
    case .count: return word("count", "计数")
    case .group(let all, let keys, let aggregates):
      return word("group", "分组") + (all ? word(" all", " 全部") : "") + (keys.isEmpty ? "" : " " + list(keys))
        + braces(aggregates)
    case .join(let join): return text(join)
    case .prior(let path, let binds): return word("prior ", "上期 ") + text(path) + braces(binds)
    case .total(let columns, let per):
      return word("total", "合计") + (columns.isEmpty ? "" : " " + list(columns)) + self.per(per)
    case .combine(let operation, let relation):
      let chinese = [Stage.SetOperation.union: "合并", .except: "剔除", .intersect: "交集"]
      return word(operation.rawValue, chinese[operation] ?? "") + " " + text(relation)
    case .window(let binds, let per, let order):
      let keys = order.isEmpty ? "" : word(" order ", " 按 ") + list(order)
      return word("window ", "窗口 ") + list(binds) + self.per(per) + keys
    case .rank(let key, let ascending, let per, let name):
      return word("rank ", "排名 ") + text(key) + self.per(per) + order(ascending)
        + alias(name.map { [$0] } ?? [])
    case .pivot(let key, let binds, let per, let values):
      let written = values.map { word(" in (", " 属于 (") + $0.map { text($0) }.joined(separator: ", ") + ")" }
      return word("pivot ", "透视 ") + list([key]) + braces(binds) + self.per(per) + (written ?? "")
    case .unpivot(let paths, let name, let value):
      return word("unpivot ", "逆透视 ") + list(paths) + alias([name, value].compactMap(\.self))
    case .bin(let expression, let width, let name):
      return word("bin ", "分段 ") + text(expression) + word(" by ", " 按 ") + text(width)
        + alias(name.map { [$0] } ?? [])
    case .sample(let number, let per, let seed):
      return word("sample ", "抽样 ") + count(number) + self.per(per)
        + (seed.map { word(" seed ", " 种子 ") + operand($0) } ?? "")
    case .check(let test): return word("check ", "校验 ") + text(test.condition)
    case .output(let stage, _): return stage == .describe ? word("describe", "概况") : stage.rawValue
    case .set, .delete, .into, .saveAs: return "?"
    }
  }

  private func text(_ join: Stage.Join) -> String {
    let chinese = [Stage.JoinKind.join: "关联", .lookup: "查找", .semi: "存在", .anti: "不存在"]
    var written = word(join.kind.rawValue, chinese[join.kind] ?? "") + " " + text(join.relation)
    if let name = join.alias { written += alias([name]) }
    switch join.condition {
    case .columns(let names)?:
      written += word(" on ", " 按 ") + names.map(Self.written).joined(separator: ", ")
    case .expression(let expression)?: written += word(" on ", " 按 ") + text(expression)
    case nil: break
    }
    switch join.side {
    case .inner: return written
    case .left: return written + word(" left", " 左")
    case .full: return written + word(" full", " 全")
    }
  }

  private func list(_ binds: [Stage.Bind]) -> String {
    binds.map { Self.written($0.name) + " = " + text($0.expression) }.joined(separator: ", ")
  }

  private func list(_ items: [Stage.Item]) -> String {
    items.map { item in
      switch item {
      case .path(let path): text(path)
      case .bind(let bind): list([bind])
      }
    }.joined(separator: ", ")
  }

  private func list(_ paths: [Path]) -> String { paths.map { text($0) }.joined(separator: ", ") }

  private func list(_ keys: [Stage.SortKey]) -> String {
    keys.map { ($0.isDescending ? "-" : "") + operand($0.expression) }.joined(separator: ", ")
  }

  private func braces(_ binds: [Stage.Bind]) -> String { " { " + list(binds) + " }" }

  private func per(_ paths: [Path]) -> String { paths.isEmpty ? "" : word(" per ", " 每 ") + list(paths) }

  private func order(_ ascending: Bool) -> String { ascending ? word(" asc", " 升序") : "" }

  private func alias(_ names: [Name]) -> String {
    names.isEmpty ? "" : word(" as ", " 记为 ") + names.map(Self.written).joined(separator: ", ")
  }

  private func count(_ count: Stage.Count) -> String {
    switch count {
    case .literal(let number, _): String(number)
    case .path(let path): text(path)
    case .expression(let expression): "(" + text(expression) + ")"
    }
  }
}
