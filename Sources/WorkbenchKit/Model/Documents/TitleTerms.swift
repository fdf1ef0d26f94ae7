/// Words that are not broken in titles, as far as they can be listed: what titles of official papers say that they do,
/// who issues them, and what the papers of this field are about.
///
/// There is no dictionary here; a word that is missing may be added, and costs nothing but its line.
enum TitleTerms {
  /// What kind of paper it is; such a word stands at the end of the title.
  static let kinds: Set<String> = words(
    """
    通知 通知书 通报 报告 意见 意见书 决定 决议 请示 批复 公告 通告 公报 公示 纪要 方案 简报 办法 细则 规则 规定 要点 总结 计划 \
    规划 清单 名单 函 复函 告知书 建议书 回执
    """)

  /// All of them, the kinds too.
  static let all: Set<String> = kinds.union(
    words(
      """
      人民政府 政府 教育局 教育委员会 教委 教育督导室 督导室 督导委员会 委员会 办公室 领导小组 工作组 督导组 有关部门 部门 单位 区级 \
      市级 县级 省级 国家 乡镇 街道 街道办事处 学区 责任区 直属

      开展 做好 印发 转发 加强 进一步 实施 落实 推进 贯彻 执行 组织 举办 召开 报送 公布 调整 成立 表彰 报名 申报 征求 征集 印制 \
      撤销 废止 修订 修改 建立 健全 完善 规范 提高 提升 深化 全面 切实 严格 继续 对照 认真 学习

      教育 督导 督学 督政 督查 责任督学 挂牌 视导 教学 教研 教师 教职工 学校 小学 初中 高中 中学 中小学 幼儿园 幼儿 学前 特殊教育 \
      义务教育 职业 民办 公办 校园 校长 园长 学生 学籍 学年 学期 春季 秋季 年度 月度 季度 开学 期中 期末 寒假 暑假

      专项 综合 随机 日常 常规 教学常规 办园行为 行为 双减 课后服务 服务 作业 校外培训 培训 招生 考试 收费 食堂 食品 食品安全 营养 \
      卫生 安全 消防 校车 校舍 体育 艺术 心理 健康 劳动 思政 德育 师德 师风 师资 队伍 建设 经费 保障 条件 设施 设备 信息化 \
      标准化 精细化 管理 优质 均衡 优质均衡 普及 普惠 普及普惠 发展 质量 质量监测 监测 公平 改革 评价 立德树人

      工作 活动 情况 问题 整改 复查 回访 反馈 核查 检查 抽查 自查 排查 巡查 视察 调研 评估 评审 评比 评选 评分 考核 考评 验收 认定 \
      履行 职责 履职 履行职责 责任 问责 约谈 通报批评 批评 复核 申诉 销号 台账 限期 期限 结果 成绩 得分 排名 等级 指标 体系 指标体系 \
      标准 制度 机制 措施 任务 目标 要求 事项 材料 数据 统计 报表 名额 典型 案例 经验 论文 研究 科研 课题 成果 先进 集体 个人 优秀 \
      比赛 竞赛 会议 讲话 座谈会 研讨会 现场会 培训班

      履行教育职责 教育职责 精细化管理简报 管理简报 教育督导委员会 中心幼儿园 中心小学 督导评估 优质均衡发展

      和谐 和平 温和 参与 与会 及时 及格 以及 涉及 对象 对口 对策 针对 现在 存在 在校 在园 在职 目的 关于
      """))

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  static let longest = all.map(\.count).max() ?? 0
}
