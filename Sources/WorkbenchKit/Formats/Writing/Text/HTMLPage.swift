import KitModel

/// What stands around the content of every page: one file, nothing loaded from anywhere, fit for a screen reader and
/// for print.
public enum HTMLPage {
  public static let style = """
    body{margin:2rem;font:16px/1.6 "Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#1a1a1a;background:#fff}
    main{max-width:60rem}
    h1{font-size:1.5rem}
    h2{font-size:1.2rem;margin-top:2rem}
    dt{float:left;clear:left;color:#4a4a4a}
    dd{margin:0 0 .15rem 7em}
    pre{white-space:pre-wrap}
    table{border-collapse:collapse}
    caption{font-size:1.25rem;font-weight:bold;text-align:left;padding-bottom:.5rem}
    main caption{font-size:1rem}
    caption span{display:block;font-size:.9rem;font-weight:normal}
    th,td{border:1px solid #767676;padding:.25rem .6rem;text-align:left;vertical-align:top}
    thead th{background:#eee;white-space:nowrap}
    tbody th{font-weight:normal}
    .n{text-align:right;font-variant-numeric:tabular-nums}
    .total>*{font-weight:bold;border-top-width:2px}
    @page{size:A4;margin:1.5cm}
    @media print{body{margin:0;font-size:10pt;line-height:1.4}th,td{padding:.1rem .4rem;overflow-wrap:anywhere}
    thead th{white-space:normal}h1{margin:0 0 .6rem}h2{margin:.7rem 0 .3rem}
    thead{display:table-header-group}tr{break-inside:avoid}h1,h2,caption{break-after:avoid}}
    """

  /// Tables of more columns than an upright page has room for: on its side, in smaller type, all of them on it.
  public static let wideStyle =
    style + """

      @page{size:A4 landscape}
      @media print{body{font-size:7.5pt}th,td{padding:.1rem}}
      """

  /// - Parameters:
  ///   - style: How it looks.
  ///   - more: Further elements of the head, each on a line.
  public static func head(
    title: String, language: UILanguage, style: String = style, more: String = ""
  ) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(language == .zh ? "zh-CN" : "en")">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>\(escaped(title))</title>
    \(more)<style>
    \(style)
    </style>
    </head>
    <body>

    """
  }

  public static let tail = "</body>\n</html>\n"

  /// `text` as the text of an element or of an attribute; lines are broken where it breaks them.
  public static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "<br>"
      case "\r": break
      default: result.unicodeScalars.append(scalar.value < 0x20 && scalar != "\t" ? "\u{FFFD}" : scalar)
      }
    }
    return result
  }
}
