/** Appeals of the demonstration, each with what became of it: every state is among them. */
import type { RoleCode } from '#catalog/roles.ts';
import type { StepMoment } from './orderStories.ts';

interface AppealMoment extends StepMoment {
  /** The unit where a post is held: `area:522301A001`. */
  unit(role: RoleCode): string;
  /** The number of an earlier one of these appeals. */
  number(of: number): string;
}

export interface AppealStep {
  /** Working days after it was taken down. */
  readonly after: number;
  readonly as: RoleCode;
  readonly verb: string;
  readonly given: (moment: AppealMoment) => Readonly<Record<string, string>>;
}

export interface AppealStory {
  /** Working days before today on which it was taken down. */
  readonly before: number;
  readonly as: RoleCode;
  readonly order: Readonly<Record<string, string>>;
  readonly steps: readonly AppealStep[];
}

const step = (after: number, as: RoleCode, verb: string, given: Readonly<Record<string, string>> | AppealStep['given'] = {}): AppealStep => ({
  after,
  as,
  verb,
  given: typeof given === 'function' ? given : () => given,
});
const accepted = (after: number): AppealStep => step(after, 'street', 'accept', { note: '属本级受理范围' });
const toCommunity = (after: number): AppealStep => step(after, 'street', 'dispatch', ({ unit }) => ({ unit: unit('community') }));
const answered = (after: number, result: string, reply: string, elsewhere?: string): AppealStep =>
  step(after, 'community', 'reply', { result, reply, ...(elsewhere !== undefined && { elsewhere }) });
const asked = (after: number, satisfaction: string, note: string): AppealStep =>
  step(after, 'street', 'follow-up', ({ later }) => ({ on: later(0), satisfaction, note }));
const closed = (after: number): AppealStep => step(after, 'street', 'close');
const toAnswered = (result: string, reply: string, elsewhere?: string): AppealStep[] => [
  accepted(1),
  toCommunity(1),
  answered(3, result, reply, elsewhere),
];

const petition = { channel: '1', nature: '6', track: '2', urgency: '3' } as const;
const wish = { channel: '1', nature: '2', track: '3', urgency: '3' } as const;

export const appealStories: readonly AppealStory[] = [
  {
    before: 1,
    as: 'community',
    order: { ...wish, category: '1', content: '小区门口的路灯坏了五盏，晚上老人出门看不见。', name: '韦女士' },
    steps: [],
  },
  {
    before: 3,
    as: 'grid_worker',
    order: { ...wish, channel: '2', category: '3', content: '扶贫车间停工半个月，想再找一份离家近的活。', name: '罗先生' },
    steps: [accepted(1)],
  },
  {
    before: 6,
    as: 'community',
    order: { ...wish, category: '2', content: '三楼厨房顶漏水，物业来看过一次就没有下文。', name: '王先生' },
    steps: [accepted(1), toCommunity(1)],
  },
  {
    before: 8,
    as: 'community',
    order: { ...wish, category: '4', content: '孩子转学材料交了一个月，学校说还没有学位。', name: '岑女士' },
    steps: toAnswered('1', '已协调到安置点小学，下周一入学。'),
  },
  {
    before: 12,
    as: 'street',
    order: { ...wish, category: '5', content: '母亲的慢性病药社区卫生站买不到，要跑县城。', name: '黄女士' },
    steps: [...toAnswered('1', '已把药品列入采购，每月代购一次。'), asked(4, '1', '很满意'), closed(5)],
  },
  {
    before: 15,
    as: 'community',
    order: { ...wish, category: '1', content: '电梯一周停三次，七楼的老人下不了楼。', name: '陈先生' },
    steps: [
      ...toAnswered('2', '更换了控制板，大修排在下月。'),
      asked(4, '4', '还是经常停'),
      step(5, 'street', 're-open', { note: '修后又停了两次' }),
    ],
  },
  {
    before: 18,
    as: 'street',
    order: { ...petition, category: '10', content: '拆旧复垦补偿少算了两间房，请求核实补发。', name: '杨先生' },
    steps: [
      ...toAnswered('3', '两间附属用房按政策不补，已当面解释。', '不服可请求县级复查'),
      step(6, 'street', 'ask-review', { note: '请求县级复查' }),
    ],
  },
  {
    before: 22,
    as: 'street',
    order: { ...petition, category: '10', content: '原宅基地复垦后的耕地一直没有确权到户。', name: '李先生' },
    steps: [
      ...toAnswered('3', '确权须待整村验收，已说明时间。', '不服可请求县级复查'),
      step(5, 'street', 'ask-review', { note: '等了两年' }),
      step(9, 'county', 'review', { outcome: '1', opinion: '原答复符合规定，予以维持。' }),
    ],
  },
  {
    before: 25,
    as: 'street',
    order: { ...petition, category: '6', content: '低保退出没有提前告知，请求恢复并说明理由。', name: '张女士' },
    steps: [
      ...toAnswered('3', '家庭收入已超过标准，退出程序合规。', '不服可请求县级复查'),
      step(4, 'street', 'ask-review', { note: '收入算错了' }),
      step(8, 'county', 'review', { outcome: '2', opinion: '收入核定有误，按实际补发两个月。' }),
      step(10, 'street', 'ask-re-review', { note: '补发月数不对' }),
    ],
  },
  {
    before: 30,
    as: 'street',
    order: { ...petition, category: '2', content: '分房时的楼层和抽签结果不一致，请求更正。', name: '莫先生' },
    steps: [
      ...toAnswered('3', '抽签记录与分房一致，已出示原件。', '不服可请求县级复查'),
      step(4, 'street', 'ask-review', { note: '原件有改动' }),
      step(8, 'county', 'review', { outcome: '1', opinion: '经核对存档，维持。' }),
      step(10, 'street', 'ask-re-review', { note: '请求州级复核' }),
      step(15, 'prefecture', 're-review', { outcome: '1', opinion: '维持，本件终结。' }),
    ],
  },
  {
    before: 9,
    as: 'community',
    order: { ...wish, category: '99', content: '邻居之间的借款已经起诉，请社区让对方先还。', name: '吴先生' },
    steps: [step(1, 'street', 'refuse', { reason: '1', note: '已在法院审理，社区不能代替裁判。', elsewhere: '县人民法院' })],
  },
  {
    before: 7,
    as: 'community',
    order: { ...wish, category: '8', content: '楼下夜里摆摊吵到两点，孩子没法睡觉。', name: '何女士' },
    steps: [accepted(1), step(2, 'street', 'withdraw', { note: '摊主已搬走' })],
  },
  {
    before: 5,
    as: 'grid_worker',
    order: { ...wish, channel: '2', category: '2', content: '三楼厨房一直漏水，楼上楼下都受影响。', name: '王先生邻居' },
    steps: [accepted(1), step(2, 'street', 'merge', ({ number }) => ({ into: number(2), note: '与同一楼漏水为一件事' }))],
  },
  {
    before: 100,
    as: 'community',
    order: { ...wish, category: '7', content: '户口迁入后身份证地址还没有换，办事要两头跑。', name: '覃女士' },
    steps: [...toAnswered('1', '派出所到安置点集中办理，已换证。'), asked(4, '2', '满意'), closed(4)],
  },
];
