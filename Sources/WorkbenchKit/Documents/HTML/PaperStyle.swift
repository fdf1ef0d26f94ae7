import KitFormats

/// How documents look on paper.
enum PaperStyle {
  /// Reports: as every page of the workbench, with page numbers.
  static let report =
    HTMLPage.style + """

      figure{margin:1rem 0}
      figure img{max-width:100%}
      figcaption{color:#4a4a4a}
      .m{text-align:center}
      @page{@bottom-center{content:counter(page) " / " counter(pages);font-size:9pt}}
      @page wide{size:A4 landscape}
      @media print{section{break-before:page}.wide{page:wide}figure{break-inside:avoid}figure img{max-height:200mm}.wide img{max-height:140mm}}
      \(fit)
      """

  /// Tables on paper: as wide as the type area and never wider, whatever stands in them.
  private static let fit = """
    @media print{body{overflow-wrap:break-word}main{max-width:none}
    .fit{table-layout:fixed;width:100%;font-size:var(--size);line-height:1.3;margin:.5rem 0}
    .fit tr.long{break-inside:auto}
    .fit th,.fit td{padding:1pt 4pt;overflow-wrap:anywhere}.fit thead th{white-space:normal;text-align:center}}
    """

  /// Official papers: the type area of 156 × 225 mm with 22 lines of 28 characters; see `PaperMeasures`.
  ///
  /// 版记 is a footnote: so it stands at the foot of the page on which the text ends, and the text keeps clear of it. Where
  /// it finds no room there, what stands before it goes to the next page with it, so that it never stands alone. Its
  /// sign is a blank of no width, in lines of no height: WeasyPrint puts a number where there is none.
  static let official = """
    @page{size:A4;margin:37mm 26mm 35mm 28mm;@footnote{margin:0;padding:0;border:0}}
    @page:right{@bottom-right{content:"— " counter(page) " —";\(number);padding-right:14pt}}
    @page:left{@bottom-left{content:"— " counter(page) " —";\(number);padding-left:14pt}}
    @page wide{size:A4 landscape;margin:26mm 35mm 28mm 37mm}
    body{margin:0;color:#000;background:#fff;font-family:\(PaperFonts.text.family);font-size:16pt;line-height:28.99pt;letter-spacing:-.25pt;text-align:justify;orphans:1;widows:1}
    p,ul,dl,h1,h2,h3,h4,h5,h6{margin:0;font-size:16pt;font-weight:normal}
    p,li,h2,h3,h4,h5,h6{text-indent:31.5pt}
    h1{font-family:\(PaperFonts.title.family);font-size:22pt;text-align:center;letter-spacing:0;margin-top:57.98pt;margin-bottom:28.99pt;break-after:avoid}
    h1:first-child{margin-top:0}
    h2{font-family:\(PaperFonts.heading.family)}
    h3{font-family:\(PaperFonts.second.family)}
    h2,h3,h4,h5,h6{break-after:avoid}
    ul{padding:0;list-style:none}
    dt{float:left;clear:left;margin-left:31.5pt;font-family:\(PaperFonts.heading.family)}
    dt::after{content:"："}
    dd{margin:0}
    header p{text-indent:0}
    header .mark{font-family:\(PaperFonts.heading.family)}
    header .organ{font-family:\(PaperFonts.title.family);color:#f00;text-align:center;letter-spacing:0}
    header .number{margin-top:57.98pt;padding-bottom:4.84pt;border-bottom:1.5pt solid #f00;text-align:center}
    header .signed{display:flex;justify-content:space-between;padding-left:15.75pt;padding-right:15.75pt}
    header .signer{font-family:\(PaperFonts.second.family)}
    .to{text-indent:0;margin-top:28.99pt}
    .attachments{margin-top:28.99pt}
    .attachments,.more{break-before:avoid}
    .signature{margin-top:28.99pt;break-before:avoid;break-inside:avoid}
    .sealed{margin-top:57.98pt}
    .signature p{text-indent:0;text-align:right}
    .note{break-before:avoid}
    .attachment{text-indent:0;font-family:\(PaperFonts.heading.family);break-before:page;break-after:avoid}
    h1.attached{margin-top:28.99pt}
    table{border-collapse:collapse;width:100%;margin:.5rem 0;font-size:12pt;line-height:1.3;letter-spacing:0;text-indent:0}
    caption{text-align:center;break-after:avoid;font-family:\(PaperFonts.heading.family);padding-bottom:3pt}
    caption span{display:block;font-family:\(PaperFonts.text.family)}
    th,td{border:.5pt solid #000;padding:2pt 4pt;text-align:left}
    thead th{font-family:\(PaperFonts.heading.family);font-weight:normal;text-align:center}
    tbody th{font-weight:normal}
    .m{text-align:center}
    .n{text-align:right;font-variant-numeric:tabular-nums}
    .total>*{font-weight:bold}
    thead{display:table-header-group}
    tr{break-inside:avoid}
    pre{white-space:pre-wrap;font-size:10pt;line-height:1.3;letter-spacing:0;text-align:left}
    figure{margin:6pt 0;text-align:center;break-inside:avoid;line-height:1.3}
    figure img{max-width:100%;max-height:200mm}
    .wide img{max-height:140mm}
    figcaption{text-align:center;break-after:avoid;font-family:\(PaperFonts.heading.family);font-size:12pt}
    .end{font-size:0;line-height:0;break-before:avoid}
    footer{float:footnote;footnote-policy:block;font-size:0;line-height:0;letter-spacing:0;border-top:.35mm solid #000;border-bottom:.35mm solid #000}
    footer::footnote-call,footer::footnote-marker{content:"\\200B"}
    footer>span{display:block;padding:0 14pt;font-size:14pt;line-height:24pt}
    footer.coded{border-top:0}
    footer>.code{border-bottom:.35mm solid #000;font-size:10.5pt;line-height:14pt}
    .copies{border-bottom:.25mm solid #000;padding-left:56pt!important;text-indent:-42pt}
    .printed{display:flex!important;justify-content:space-between}
    section{break-before:page}
    .wide{page:wide}
    \(fit)
    @media screen{body{background:#eee}main{max-width:156mm;margin:1rem auto;padding:20mm 26mm 20mm 28mm;background:#fff;box-shadow:0 0 4px #999}}
    """

  /// Its dash 7 mm below the type area.
  private static let number =
    "font-family:\(PaperFonts.song.family);font-size:14pt;line-height:14pt;vertical-align:top;padding-top:4.53mm"
}
