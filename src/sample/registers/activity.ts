/** 感恩教育与文化活动台账. */
import { activity as register } from '#catalog/registers/activity.ts';
import { isNew, quarterly, source } from '../sheets/source.ts';

export const activity = source<keyof typeof register.fields>({
  register,
  fields: ['activity_no', 'activity_type', 'title', 'community_code', 'held_on', 'people', 'relocated'],
  days: quarterly,
  *rows({ activities }, after, upTo) {
    for (const one of activities) {
      if (!isNew(one.on, after, upTo)) continue;
      yield {
        settlement: one.community.home,
        cells: {
          activity_no: one.number,
          activity_type: one.type,
          title: one.title,
          community_code: one.community,
          held_on: one.on,
          people: one.people,
          relocated: Math.round(one.people * 0.9),
        },
      };
    }
  },
});
