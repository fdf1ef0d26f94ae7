/// Words that people type for a word of the language: from Excel, from other tools, from speech. They feed
/// suggestions only and are never read as the word.
public enum Synonyms {
  /// The English name of the word of `kind` that `name` is likely meant for.
  public static func meant(by name: String, _ kind: Word.Kind) -> Word? {
    (table[name.lowercased()] ?? []).lazy.compactMap { Words.find($0, kind) }.first
  }

  /// The function that `name` is likely meant for.
  public static func function(meantBy name: String) -> Word? {
    (table[name.lowercased()] ?? []).lazy.compactMap { Words.function($0) }.first
  }

  /// From a spelling in lower case to the English names that it may stand for.
  public static let table: [String: [String]] = {
    var table: [String: [String]] = [:]
    for (word, spellings) in groups {
      for spelling in spellings { table[spelling, default: []].append(word) }
    }
    return table
  }()

  private static let groups: [(String, [String])] = [
    ("where", ["过滤", "选行", "filter", "满足", "having", "查询", "找出"]),
    ("select", ["选择", "列出", "显示列", "字段", "columns", "project", "挑选"]),
    ("derive", ["新增列", "加列", "计算", "计算列", "添加列", "extend", "mutate", "add"]),
    ("drop", ["删列", "去掉", "隐藏", "remove"]),
    ("rename", ["重命名", "更名"]),
    ("sort", ["排列", "order", "orderby", "arrange", "排"]),
    ("take", ["前几", "限制", "limit", "head", "取前", "头"]),
    ("skip", ["offset", "略过"]),
    ("top", ["最高", "最多", "最大的", "前几名"]),
    ("distinct", ["唯一", "不重复", "unique", "去重复", "uniq"]),
    ("group", ["汇总", "分类汇总", "归类", "统计", "groupby", "aggregate", "summarize", "summarise"]),
    ("join", ["连接", "合表", "匹配表", "merge", "关联表"]),
    ("lookup", ["vlookup", "xlookup", "查表"]),
    ("union", ["追加", "并集", "append", "合表", "concat"]),
    ("except", ["差集", "减去", "minus", "排除"]),
    ("intersect", ["相交"]),
    ("pivot", ["透视表", "数据透视", "行转列"]),
    ("unpivot", ["列转行", "melt"]),
    ("fill", ["填充", "补空", "补零"]),
    ("sample", ["抽查", "随机", "random", "抽取"]),
    ("export", ["输出", "另存", "保存", "写出"]),
    ("show", ["查看", "看", "display"]),
    ("chart", ["图表", "画图", "作图", "plot"]),
    ("describe", ["描述", "summary"]),
    ("save as", ["存", "另存为"]),
    ("prior", ["上年", "去年", "上一期", "同比"]),
    ("total", ["总计", "小计", "求总"]),
    ("into", ["插入", "insert", "录入"]),
    ("set", ["修改", "update", "改为"]),
    ("delete", ["移除", "清除"]),
    ("let", ["令", "定义", "var", "const"]),
    ("print", ["输出", "echo"]),
    ("for", ["循环", "foreach"]),
    ("and", ["并且", "而且", "以及", "同时", "并", "与", "和"]),
    ("or", ["或者", "要么"]),
    ("not", ["不是", "不"]),
    ("true", ["真", "yes", "对"]),
    ("false", ["假", "no", "错"]),
    ("null", ["无值", "none", "nil", "空值", "na"]),
    (">=", ["不低于", "不小于", "不少于", "至少", "以上"]),
    ("<=", ["不高于", "不大于", "不超过", "至多", "以下"]),
    (">", ["高于", "超过", "多于"]),
    ("<", ["低于", "少于", "不足", "未满"]),
    ("==", ["是", "为", "equals"]),
    ("!=", ["不是", "不为", "不同于"]),
    ("contains", ["含有", "like", "含"]),
    ("in", ["在", "之中"]),
    ("between", ["在…之间"]),
    ("by", ["依据", "根据"]),
    ("per", ["各", "每个", "partition"]),
    ("as", ["命名为", "称为"]),
    ("asc", ["正序", "从小到大", "ascending"]),
    ("desc", ["倒序", "逆序", "从大到小", "descending"]),
    ("sum", ["总和", "合计", "sumif", "sumifs", "总数"]),
    ("avg", ["平均值", "均值", "average", "averageif", "averageifs", "mean"]),
    ("count", ["个数", "数量", "counta", "countifs", "计次"]),
    ("countif", ["countifs", "条件数"]),
    ("count_distinct", ["不同值个数", "countunique", "ndistinct"]),
    ("min", ["最小值", "最低", "minimum", "minifs"]),
    ("max", ["最大值", "最高", "maximum", "maxifs"]),
    ("median", ["中值", "中位"]),
    ("percentile", ["percentile.inc", "百分位数", "quantile"]),
    ("stddev", ["stdev", "stdev.s", "标准偏差", "样本标准差"]),
    ("stddev_pop", ["stdevp", "stdev.p"]),
    ("cv", ["变异系数", "离散系数"]),
    ("corr", ["correl", "相关"]),
    ("join_text", ["textjoin", "拼接", "合并文本", "group_concat", "string_agg"]),
    ("rank", ["名次", "rank.eq"]),
    ("share", ["比重", "百分比", "比例"]),
    ("coalesce", ["iferror", "ifnull", "ifna", "nvl", "空则"]),
    ("round", ["取整", "保留小数"]),
    ("floor", ["int", "向下取整", "rounddown"]),
    ("ceil", ["ceiling", "向上取整", "roundup"]),
    ("number", ["value", "数值", "转数值", "val"]),
    ("length", ["len", "长度"]),
    ("mid", ["substring", "substr", "取子串"]),
    ("replace", ["substitute"]),
    ("concat", ["concatenate"]),
    ("text", ["str", "tostring"]),
    ("today", ["now", "当天", "今日"]),
    ("days", ["datedif", "datediff", "相差天数"]),
    ("workdays", ["networkdays", "工作日天数"]),
    ("month_end", ["eomonth"]),
    ("if", ["若", "iif"]),
    ("case", ["ifs", "switch", "choose"]),
    ("open", ["读取", "load", "read"]),
    ("import", ["录入"]),
    ("find", ["搜索", "查找", "search"]),
    ("help", ["说明", "怎么用", "man", "?"]),
    ("exit", ["quit", "关闭", "bye", "q"]),
    ("undo", ["回退", "取消"]),
  ]
}
