import KitModel

/// What is wrong with a picture.
enum PictureMessages {
  static let all = [missing, empty, kind, size, points, broken, printColours, active]

  static let missing = Message(
    "documents.picture-missing", zh: "读不了图片“{picture}”：{reason}",
    en: "cannot read the picture “{picture}”: {reason}",
    helpZh: "图片放在模板旁边，写文件名", helpEn: "put it beside the template and give its name")
  static let kind = Message(
    "documents.picture-kind", zh: "“{picture}”不是 png、jpg 或 svg 图片", en: "“{picture}” is no png, jpeg or svg",
    helpZh: "用看图软件另存为 png", helpEn: "save it as png with a picture viewer")
  static let size = Message(
    "documents.picture-size", zh: "图片“{picture}”有 {found} MB，最多 {limit} MB",
    en: "the picture “{picture}” has {found} MB; {limit} MB is the most",
    helpZh: "缩小或压缩后再用；打印只需要约 2000 个点宽", helpEn: "make it smaller: 2000 points across are enough for print")
  static let points = Message(
    "documents.picture-points", zh: "图片“{picture}”有 {width} × {height} 个点，太大",
    en: "the picture “{picture}” has {width} × {height} points, which is too many",
    helpZh: "缩小后再用；打印只需要约 2000 个点宽", helpEn: "make it smaller: 2000 points across are enough for print")
  static let broken = Message(
    "documents.picture-broken", zh: "图片“{picture}”已损坏或不完整",
    en: "the picture “{picture}” is damaged or cut off",
    helpZh: "从原处重新复制一份", helpEn: "copy it again from where it came from")
  static let empty = Message(
    "documents.picture-empty", zh: "图片“{picture}”是空文件", en: "the picture “{picture}” is an empty file",
    helpZh: "从原处重新复制一份", helpEn: "copy it again from where it came from")
  static let printColours = Message(
    "documents.picture-print-colours", zh: "图片“{picture}”用的是印刷颜色（CMYK），有的程序显示不对",
    en: "the picture “{picture}” has colours of a printing press (CMYK), which some programs show wrongly",
    helpZh: "用看图软件另存为 png，或颜色选 RGB 的 jpg", helpEn: "save it as png, or as jpeg with RGB colours")
  static let active = Message(
    "documents.picture-active", zh: "图片“{picture}”里有脚本或外部链接，不能用",
    en: "the picture “{picture}” holds scripts or links to elsewhere and cannot be used",
    helpZh: "另存为 png", helpEn: "save it as png")
}
