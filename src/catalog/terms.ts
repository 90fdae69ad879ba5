/** The words of the trade: one word for one thing in each language, and how the code names it. Printed into docs/glossary.md, shown on the help page. */

/** A word with what it means. */
export interface Term {
  readonly zh: string;
  readonly en: string;
  /** Its name in addresses, tables and code; left out where it is only said. */
  readonly code?: string;
  readonly means: { readonly zh: string; readonly en: string };
}

const term = (zh: string, en: string, code: string | null, zhMeans: string, enMeans: string): Term => ({
  zh,
  en,
  ...(code !== null && { code }),
  means: { zh: zhMeans, en: enMeans },
});

/** Words by what they are about, in the order in which data go their way. */
export const terms = {
  places: {
    zh: '地方和人',
    en: 'Places and people',
    terms: [
      term(
        '安置点',
        'settlement',
        'settlement',
        '易地扶贫搬迁集中安置的住区，是授权、评估和统计的基本单位。',
        'Where relocated households live together: the unit of access, evaluation and counting.',
      ),
      term('搬迁户', 'household', 'household', '一个户编号下的一户人家。', 'A family under one household number.'),
      term(
        '楼栋长',
        'building leader',
        'building_leader',
        '负责一栋楼住户的联系人，接收派到本楼的工单。',
        'Looks after the households of one building, and receives its work orders.',
      ),
      term('网格员', 'grid worker', 'grid_worker', '负责一个网格若干楼栋的工作人员。', 'Looks after several buildings.'),
      term('驻社区工作队', 'work team', 'work_team', '派驻社区帮扶的队伍。', 'A team that supports a community on the spot.'),
    ],
  },
  sheets: {
    zh: '台账和表格',
    en: 'Registers and sheets',
    terms: [
      term(
        '台账',
        'register',
        'register',
        '部门按固定字段报送的一类数据，如搬迁人口、就业、医保。',
        'One kind of data with fixed fields that departments send: people, work, insurance and so on.',
      ),
      term(
        '数据日期',
        'data date',
        'data_date',
        '表中情况所属的日子，不是上传的日子；补报的表按它排入历史。',
        'The day for which a sheet speaks, not the day of sending; a late sheet takes its place in the history by it.',
      ),
      term(
        '全量表',
        'full list',
        'full',
        '表里没有的行视为不在名单上；减少超过 5% 时要第二人确认。',
        'Rows that it lacks are missing from the list; where it drops more than 5 % a second person confirms.',
      ),
      term(
        '变更表',
        'list of changes',
        'changes',
        '只改表里有的行；空单元格不改动原值，#清空 才清除。',
        'Changes only the rows that it holds; an empty cell changes nothing, #清空 erases.',
      ),
      term(
        '零报告',
        'nil report',
        'nil',
        '部门声明这一期没有新情况，与“没报”不同。',
        'A department says that there was nothing new: not the same as silence.',
      ),
      term(
        '退回行',
        'refused row',
        'refused',
        '有错未入库的行，连同原因原样发还，可在屏幕上改好再入库。',
        'A row that was not stored, handed back with the reasons; it can be mended on the screen.',
      ),
      term(
        '待匹配',
        'put aside',
        'aside',
        '行本身没错，但所指的户或人还不在台账里，登记后自动重试。',
        'The row is right, but its household or person is not known yet; it is tried again.',
      ),
      term(
        '不在最新名单',
        'missing since',
        'missing_since',
        '最近一次全量表里没有，原值保留并注明日期。',
        'The latest full list lacks the row; its values stay, with the day.',
      ),
    ],
  },
  watching: {
    zh: '监测和预警',
    en: 'Watching and warning',
    terms: [
      term(
        '监测项',
        'item',
        'item',
        '监测标准中的一项基本公共服务，归入 7 个方面之一，有分级条件和依据。',
        'One of the services of the standard, under one of its 7 aspects, with the conditions of its levels and their basis.',
      ),
      term(
        '事实',
        'fact',
        'fact',
        '从台账算出的一个值，如失业天数，注明截至日。',
        'A value computed from registers as of a day, as days without work.',
      ),
      term('参数', 'parameter', 'parameter', '分级条件中可以调整的数。', 'A number in the conditions that can be tuned.'),
      term('指标', 'indicator', 'indicator', '一个地方一项的分子、分母和比值。', 'Numerator, denominator and value of an item for an area.'),
      term('判定', 'finding', 'finding', '某日某对象某项的等级或“数据不足”。', 'The level of a subject and item on a day, or unknown.'),
      term(
        '预警',
        'warning',
        'warning',
        '达到等级且持续规定天数后产生；同一对象同一项最多一条未了结。',
        'Raised once a level has held long enough; at most one open for a subject and item.',
      ),
      term('等级', 'level', 'level', '红、橙、黄、蓝，由重到轻。', 'Red, orange, yellow and blue, the worst first.'),
      term(
        '数据不足',
        'unknown',
        'unknown',
        '缺数据，无法判断；绝不当作正常。',
        'Data are lacking, so nothing can be said; it is never taken for green.',
      ),
      term(
        '数据预警',
        'data warning',
        'data_warning',
        '部门逾期未报数据，提醒的是部门，不是住户。',
        'A department is late with its data: the department is warned, not the household.',
      ),
      term('因果压后', 'held back', 'held_back_by', '由另一条预警引起的预警，先办原因。', 'Caused by another warning: the cause is handled first.'),
      term('静默期', 'silent period', 'silent', '预警照算并给主管看，但不派单。', 'Warnings are computed and shown to leads, and not dispatched.'),
    ],
  },
  handling: {
    zh: '办理',
    en: 'Handling',
    terms: [
      term(
        '工单',
        'work order',
        'work_order',
        '一户（或一个设施）未了结的预警合成一张清单，一次上门办全部。',
        'The open warnings of one household (or facility) as one checklist: one visit.',
      ),
      term('签收', 'sign for', 'sign', '责任人确认收到，开始办理。', 'The owner takes it on.'),
      term(
        '核查',
        'check',
        'check',
        '上门或查证后认定：属实、已解决、误报或需补充情况。',
        'The verdict after looking: true, already solved, false alarm, or more facts needed.',
      ),
      term('处置', 'handle', 'handle', '落实帮扶措施。', 'Measures are taken.'),
      term(
        '退单',
        'return',
        'return',
        '说明原因和依据退回，计时不停；再退由县级裁决。',
        'Sent back with reason and evidence; the clock does not stop, and a second return goes to the county.',
      ),
      term('督办', 'supervise', 'supervise', '上级要求限期办理并跟踪。', 'A higher level presses and follows.'),
      term(
        '解除',
        'clear',
        'clear',
        '数据恢复满规定天数，并完成规定程序（走访、公示、县级核准）后了结。',
        'Ended once the data have been well long enough and the procedure (visit, publicity, approval) is done.',
      ),
      term(
        '跟踪',
        'track',
        'track',
        '解除后继续观察 90 天（收入类 180 天），复发即重开原预警。',
        'Watched for 90 days more (income: 180); a relapse re-opens the same warning.',
      ),
      term(
        '误报',
        'false alarm',
        'false_alarm',
        '核查认定不是真问题，计入该项的准确率。',
        'Found not to be a real problem; it counts in the precision of the item.',
      ),
      term(
        '走访',
        'visit',
        'visit',
        '一次上门，同时办理未了结的预警并核对到期的台账问题。',
        'One call at the door for all open warnings and the register questions that are due.',
      ),
      term(
        '诉求',
        'appeal',
        'appeal',
        '群众反映的事项，凭编号和查询码自己查办理进度。',
        'What a resident brings forward; followed by its number and code.',
      ),
    ],
  },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string; readonly terms: readonly Term[] }>>;
