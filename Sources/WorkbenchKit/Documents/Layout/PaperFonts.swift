/// The typefaces of papers. The office's own come first; none of them is shipped.
enum PaperFonts: CaseIterable {
  /// 仿宋: the text of official papers.
  case text
  /// 小标宋: titles and the names of offices.
  case title
  /// 黑体: headings of the first level, and of reports.
  case heading
  /// 楷体: headings of the second level.
  case second
  /// 宋体: page numbers, and the text of reports.
  case song

  /// As Word knows it.
  var name: String {
    switch self {
    case .text: "仿宋_GB2312"
    case .title: "方正小标宋简体"
    case .heading: "黑体"
    case .second: "楷体_GB2312"
    case .song: "宋体"
    }
  }

  /// What comes with Word and is nearest.
  var substitute: String {
    switch self {
    case .text: "仿宋"
    case .title: "华文中宋"
    case .heading: "SimHei"
    case .second: "楷体"
    case .song: "SimSun"
    }
  }

  /// PANOSE of the typeface: what a program goes by that has none of the names.
  var panose: String {
    switch self {
    case .text, .second: "02010609060101010101"
    case .title, .song: "02010600030101010101"
    case .heading: "02010609060101010101"
    }
  }

  /// For pages: the same, then what Windows and Debian have.
  var family: String {
    let others: [String] =
      switch self {
      case .text: ["FangSong", "FandolFang", "Noto Serif CJK SC", "serif"]
      case .title: ["方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "STZhongsong", "Noto Serif CJK SC", "serif"]
      case .heading: ["Microsoft YaHei", "Noto Sans CJK SC", "sans-serif"]
      case .second: ["KaiTi", "AR PL KaitiM GB", "LXGW WenKai", "Noto Serif CJK SC", "serif"]
      case .song: ["Noto Serif CJK SC", "serif"]
      }
    return ([name, substitute] + others).map { $0.hasSuffix("serif") ? $0 : "\"\($0)\"" }.joined(
      separator: ",")
  }
}
