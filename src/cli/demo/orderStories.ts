/** What the people of the demonstration do with one order each, by working days after it was opened. Every state of an order and every way of ending it is among them. */
import type { RoleCode } from '#catalog/roles.ts';
import type { Given } from '#catalog/lifecycles/move.ts';

/** What a step may name that is known only when it happens. */
export interface StepMoment {
  /** The day so many days later. */
  later(days: number): string;
  account(role: RoleCode): string;
}

/** Somebody does something with the order, or with each warning on it of which that may be done. */
export interface Step {
  readonly day: number;
  readonly time: string;
  readonly as: RoleCode;
  readonly on: 'order' | 'warnings';
  readonly verb: string;
  readonly given: (moment: StepMoment) => Given;
}

type StepGiven = Given | Step['given'];
const steps =
  (on: Step['on']) =>
  (day: number, time: string, as: RoleCode, verb: string, given: StepGiven = {}): Step => ({
    day,
    time,
    as,
    on,
    verb,
    given: typeof given === 'function' ? given : () => given,
  });
const order = steps('order');
const each = steps('warnings');

const signed = (day: number, time = '09:10'): Step => order(day, time, 'community', 'sign');
const found = (day: number, note: string): Step => each(day, '15:20', 'community', 'check', { verdict: '1', note });
const visited = (day: number): Step => each(day, '15:40', 'community', 'visit', ({ later }) => ({ on: later(0), note: '入户核实，本人在家' }));
const helped = (day: number, measures: string): Step => each(day, '10:05', 'community', 'handle', { measures });
const finished = (day: number, note: string): Step => order(day, '16:30', 'community', 'finish', { note });
const reviewed = (day: number, satisfaction: string, note: string): Step => order(day, '11:00', 'street', 'review', { satisfaction, note });
const closed = (day: number): Step => order(day, '17:00', 'street', 'close');
const returned = (day: number, as: RoleCode, reason: string, evidence: string): Step => order(day, '10:40', as, 'return', { reason, evidence });
const given = (day: number, to: RoleCode, note: string): Step =>
  order(day, '14:30', 'street', 'dispatch', ({ account }) => ({ owner: account(to), note }));
const falseAlarm = (day: number, falseReason: string, note: string): Step =>
  each(day, '15:20', 'community', 'check', { verdict: '3', falseReason, note });

/** One story an order, in their turn. */
export const orderStories: readonly (readonly Step[])[] = [
  [signed(1), found(2, '情况属实'), helped(4, '已对接部门，材料已报'), finished(6, '材料齐全，等待批复')],
  [signed(1), found(2, '属实'), helped(3, '协助落实公益性岗位'), finished(5, '已上岗'), reviewed(6, '1', '电话回访，已领首月工资')],
  [signed(1, '10:20'), found(2, '入户见到本人，收入以务工为主'), visited(2)],
  [signed(1), found(2, '属实'), order(4, '09:30', 'community', 'extend', ({ later }) => ({ until: later(30), note: '企业面试安排在下周' }))],
  [
    signed(1),
    found(2, '属实'),
    order(3, '09:30', 'community', 'extend', ({ later }) => ({ until: later(30), note: '跨县低保转接手续办理中' })),
    order(4, '10:30', 'county', 'grant', { note: '同意，期间每周回访' }),
  ],
  [signed(2), each(3, '15:10', 'community', 'check', { verdict: '4', note: '本人外出，约定回来后核查' })],
  [signed(1), found(1, '属实'), order(2, '16:00', 'county', 'pause', { reason: '3', note: '劳动能力鉴定期间，结论影响救助' })],
  [
    signed(1),
    found(2, '属实'),
    helped(3, '推荐公益性岗位'),
    finished(4, '已推荐'),
    order(5, '11:20', 'street', 'send-back', { note: '推荐不等于上岗，请跟踪到上岗' }),
  ],
  [signed(1), order(2, '10:00', 'street', 'transfer', ({ account }) => ({ owner: account('work_team'), note: '由驻社区工作队包户办理' }))],
  [signed(3), each(4, '09:00', 'county', 'supervise', { note: '三日内入户，当面核实' })],
  [each(2, '10:00', 'county', 'silence', ({ later }) => ({ reason: '3', until: later(40), note: '全家外出，约定春节返乡后办理' }))],
  [
    returned(1, 'community', '2', '该户已在邻近社区居住'),
    given(1, 'grid_worker', '请核实居住地'),
    returned(2, 'grid_worker', '2', '户籍和房屋都在本社区之外'),
    order(3, '10:00', 'county', 'arbitrate', ({ account }) => ({ owner: account('community'), note: '房屋在本社区，由社区首办' })),
    signed(4),
  ],
  [returned(1, 'community', '4', '按三定方案由人社局办理'), given(2, 'department', '请人社局首办'), order(3, '09:40', 'department', 'sign')],
  [returned(1, 'community', '1', '不属社区职责'), given(2, 'grid_worker', '请网格员办理'), returned(3, 'grid_worker', '4', '须部门核定收入')],
  [signed(1), order(2, '10:00', 'street', 'join', { department: '民政局', note: '请协助核定救助' }), found(3, '属实')],
  [signed(4), found(5, '属实')],
  [returned(5, 'community', '3', '对象已迁往县城'), order(6, '09:00', 'street', 'join', { department: '生态移民局' })],
  [signed(2), found(3, '属实'), helped(5, '协助申请临时救助'), finished(7, '已递交申请')],
  [signed(1), found(1, '属实'), helped(2, '介绍到园区务工'), finished(3, '已入职'), reviewed(5, '3', '电话回访，试用期内')],
  // Closed while the data still show a level.
  [signed(1), found(1, '情况属实'), visited(2), helped(3, '推荐岗位3个，已上岗'), finished(4, '已落实'), reviewed(5, '2', '电话回访属实'), closed(6)],
  [signed(1), falseAlarm(2, '2', '在浙江务工，务工证明已看'), finished(2, '误报'), reviewed(3, '1', '核对无误')],
  [signed(2), falseAlarm(3, '1', '台账报错，已通知部门更正'), finished(3, '数据错误'), reviewed(4, '5', '已核对台账')],
  [
    signed(1),
    each(1, '15:20', 'community', 'check', { verdict: '2', note: '上月已解决，台账未更新' }),
    finished(2, '已解决'),
    reviewed(3, '2', '属实'),
    closed(4),
  ],
  // Closed, still at a level, taken up again: a new order that names the one before.
  [
    signed(1),
    found(1, '属实'),
    helped(2, '已登记求职'),
    finished(2, '已登记'),
    reviewed(3, '4', '群众反映没有解决'),
    closed(3),
    each(5, '09:20', 'street', 'take-up', { note: '办结后仍未就业，重新办理' }),
  ],
];
