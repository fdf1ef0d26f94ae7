import KitModel

/// What the command `catalog` is called and takes.
enum CatalogWords {
  static let name = Label("目录", "catalog")
  static let meaning = Label("有哪些数据", "all relations of the workspace")
  static let firstExample = Label("全部数据", "all data")
  static let secondExample = Label("只看有内容的", "only what holds rows")
  static let labelColumn = Label("数据", "label")
  static let idColumn = Label("英文名", "id")
  static let rowsColumn = Label("行数", "rows")
  static let updatedColumn = Label("最近更新", "updated")
  static let fileColumn = Label("最近文件", "file")
  static let meaningColumn = Label("含义", "meaning")
}
