/** 群众诉求台账: the appeals of the time before, imported once. */
import { appeal as register } from '#catalog/registers/appeal.ts';
import { filled, source } from '../sheets/source.ts';

const contents: Readonly<Record<string, string>> = {
  '1': '反映文体广场照明灯不亮,夜间活动不便。',
  '2': '反映楼道渗水,多次联系物业未处理。',
  '3': '反映务工单位未按时发放工资,希望协调。',
  '4': '咨询孩子转学需要哪些手续。',
  '5': '反映医保缴费记录查询不到。',
  '6': '咨询低保申请条件和办理时限。',
  '7': '咨询新市民居住证签注流程。',
  '8': '反映小区夜间有人喧哗,希望加强巡逻。',
  '9': '与邻居因漏水产生纠纷,请求调解。',
};

export const appeal = source<keyof typeof register.fields>({
  register,
  fields: [
    'appeal_no',
    'settlement_code',
    'channel',
    'nature',
    'category',
    'person_no',
    'anonymous',
    'content',
    'urgency',
    'people',
    'track',
    'accepted_at',
    'handler_org',
    'due_at',
    'result',
    'reply',
    'closed_at',
    'visited_at',
    'satisfaction',
    'repeat_of',
  ],
  days: ({ until }) => [until],
  *rows({ appeals }) {
    for (const [place, one] of appeals.entries()) {
      const closed = one.closedAt !== 0;
      yield {
        settlement: one.settlement,
        cells: {
          appeal_no: one.number,
          settlement_code: one.settlement,
          channel: String((place % 5) + 1),
          nature: one.category === '4' || one.category === '6' || one.category === '7' ? '1' : place % 3 === 0 ? '3' : '2',
          category: one.category,
          person_no: one.person,
          anonymous: one.person === undefined,
          content: contents[one.category],
          urgency: one.urgency,
          people: one.people,
          track: '1',
          accepted_at: one.acceptedAt,
          handler_org: `${one.settlement.street.name}办事处`,
          due_at: one.dueAt,
          result: closed ? (place % 6 === 0 ? '3' : '1') : undefined,
          reply: closed ? '已办结并答复诉求人。' : undefined,
          closed_at: closed ? one.closedAt : undefined,
          visited_at: one.visitedAt === 0 ? undefined : one.visitedAt,
          satisfaction: filled(one.satisfaction),
          repeat_of: one.repeatOf === '' ? undefined : { code: one.repeatOf, name: one.repeatOf },
        },
      };
    }
  },
});
