/** 公益性岗位台账. */
import { publicPost as register } from '#catalog/registers/publicPost.ts';
import { postPaidMonthOn } from '../publicPosts.ts';
import { hasChanged, monthlyIfSmall, source } from '../sheets/source.ts';

export const publicPost = source<keyof typeof register.fields>({
  register,
  fields: [
    'post_no',
    'post_type',
    'developer_org',
    'settlement_code',
    'person_no',
    'difficulty',
    'from_date',
    'subsidy',
    'last_paid_month',
    'absent_days',
    'fund',
  ],
  days: monthlyIfSmall,
  *rows({ world, posts }, after, upTo) {
    const { until } = world.plan;
    for (const post of posts) {
      if (post.from > upTo) continue;
      if (!hasChanged((day) => (post.from > day ? 0 : post.person ? postPaidMonthOn(post, day, until) : 1), after, upTo)) continue;
      yield {
        settlement: post.settlement,
        cells: {
          post_no: post.number,
          post_type: post.type,
          developer_org: `${post.settlement.street.name}办事处`,
          settlement_code: post.settlement,
          person_no: post.person,
          difficulty: post.person ? '2' : undefined,
          from_date: post.person ? post.from : undefined,
          subsidy: post.subsidy,
          last_paid_month: post.person ? postPaidMonthOn(post, upTo, until) : undefined,
          absent_days: post.person && post.absentDays >= 0 ? post.absentDays : undefined,
          fund: '2',
        },
      };
    }
  },
});
