import KitModel

/// Reports of an assessment that brings no templates of its own, written as such templates are.
enum DefaultTemplates {
  static func text(_ kind: ReportTemplate.Kind, _ language: UILanguage) -> String {
    switch (kind, language) {
    case (.feedback, .zh): feedbackZh
    case (.feedback, .en): feedbackEn
    case (.summary, .zh): summaryZh
    case (.summary, .en): summaryEn
    }
  }

  private static let feedbackZh = """
    # {{单位}}{{年度}}年{{考核}}反馈报告

    - **指标体系** {{指标体系}}（版本 {{指标版本}}）
    - **阶段** {{阶段}}
    {{#有分}}
    - **得分** {{得分}}
    - **等级** {{等级}}
    - **名次** 第 {{名次}} 名，共 {{单位数}} 个单位；{{类别}}内第 {{类内名次}} 名，共 {{类内单位数}} 个
    {{/有分}}
    {{#有上年}}
    - **上年** {{上年得分}} 分，第 {{上年名次}} 名；{{升降}}
    {{/有上年}}
    {{#有缺分}}
    - **尚无总分** {{缺分说明}}
    {{/有缺分}}
    {{#有说明}}
    - **说明** {{说明}}
    {{/有说明}}
    {{#有复核期限}}
    - **复核** 对得分有异议的，{{复核期限}} 前写明指标、理由和佐证，向督导室申请复核
    {{/有复核期限}}
    {{#是示例}}

    指标体系是示例，分值和目标值没有经过核定。
    {{/是示例}}

    ## 各方面得分
    ```table aspects
    ```
    {{#有换算}}

    {{换算}}
    {{/有换算}}
    {{#有失分}}

    ## 失分情况（从多到少）
    ```table lost
    ```
    {{/有失分}}
    {{#有复核}}

    ## 复核情况
    ```table objections
    ```
    {{/有复核}}

    ## 附：全部指标得分
    ```table marks
    ```

    数据截至 {{日期}}，日志码 {{日志码}}。
    """

  private static let feedbackEn = """
    # {{assessment}} {{year}}: feedback to {{unit}}

    - **Rubric** {{label}} (code {{rubric_code}})
    - **Stage** {{stage}}
    {{#has_score}}
    - **Score** {{score}}
    - **Grade** {{grade}}
    - **Rank** {{rank}} of {{units}}; {{category_rank}} of {{category_units}} in {{category}}
    {{/has_score}}
    {{#has_before}}
    - **Year before** {{score_before}}, rank {{rank_before}}; {{moved}}
    {{/has_before}}
    {{#has_missing}}
    - **No total yet** {{lacking}}
    {{/has_missing}}
    {{#has_note}}
    - **Note** {{note}}
    {{/has_note}}
    {{#is_under_review}}
    - **Objections** until {{review_until}}, with indicator, reason and evidence, to the supervision office
    {{/is_under_review}}
    {{#is_example}}

    The rubric is an example; nobody has decided on its marks and targets.
    {{/is_example}}

    ## Aspects
    ```table aspects
    ```
    {{#has_scaling}}

    {{scaling}}
    {{/has_scaling}}
    {{#has_lost}}

    ## Marks lost, the most first
    ```table lost
    ```
    {{/has_lost}}
    {{#has_objections}}

    ## Objections
    ```table objections
    ```
    {{/has_objections}}

    ## All indicators
    ```table marks
    ```

    Data of {{day}}, journal code {{journal_code}}.
    """

  private static let summaryZh = """
    # {{年度}}年{{考核}}摘要

    - **指标体系** {{指标体系}}（版本 {{指标版本}}）
    - **阶段** {{阶段}}，第 {{版本}} 版
    - **单位** {{单位数}} 个，有总分 {{有分单位数}} 个
    - **得分** 平均 {{平均分}}，最高 {{最高分}}（{{最高单位}}），最低 {{最低分}}（{{最低单位}}）
    - **复核** 申请 {{复核数}} 件，调整 {{调整数}} 件，未办结 {{未结数}} 件
    {{#是示例}}

    指标体系是示例，分值和目标值没有经过核定。
    {{/是示例}}

    ## 等级
    ```table grades
    ```

    ## 前三名和后三名
    ```table ends
    ```

    ## 失分最多的五项指标
    ```table weakest
    ```
    {{#有上年}}

    ## 名次变化最大的五个单位
    ```table movers
    ```
    {{/有上年}}
    {{#有提示}}

    ## 需要留意
    {{#提示}}
    - {{单位}}：{{说明}}
    {{/提示}}
    {{/有提示}}

    数据截至 {{日期}}，日志码 {{日志码}}。
    """

  private static let summaryEn = """
    # {{assessment}} {{year}}: summary

    - **Rubric** {{label}} (code {{rubric_code}})
    - **Stage** {{stage}}, version {{version}}
    - **Units** {{units}}, {{scored}} with a total
    - **Score** mean {{mean}}, highest {{highest}} ({{highest_unit}}), lowest {{lowest}} ({{lowest_unit}})
    - **Objections** {{objections}}, changed {{changed}}, open {{open}}
    {{#is_example}}

    The rubric is an example; nobody has decided on its marks and targets.
    {{/is_example}}

    ## Grades
    ```table grades
    ```

    ## The first and the last three
    ```table ends
    ```

    ## The five indicators that lost most
    ```table weakest
    ```
    {{#has_before}}

    ## The five units that moved most
    ```table movers
    ```
    {{/has_before}}
    {{#has_notes}}

    ## To be looked at
    {{#notes}}
    - {{unit}}: {{note}}
    {{/notes}}
    {{/has_notes}}

    Data of {{day}}, journal code {{journal_code}}.
    """
}
