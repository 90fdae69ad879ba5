/** 街道社区台账. */
import { streetCommunity as register } from '#catalog/registers/streetCommunity.ts';
import { isoDay } from '../days.ts';
import { source, seldom } from '../sheets/source.ts';

export const streetCommunity = source<keyof typeof register.fields>({
  register,
  fields: [
    'area_code',
    'name',
    'level',
    'county_code',
    'is_new',
    'approved_on',
    'approved_doc_no',
    'settlement_code',
    'settlement_codes',
    'staff_count',
  ],
  days: seldom,
  *rows({ world }) {
    for (const street of world.streets) {
      const [home, ...others] = street.served;
      yield {
        settlement: home,
        cells: {
          area_code: street.code,
          name: street.name,
          level: 'street',
          county_code: street.county.code,
          is_new: street.isNew,
          approved_on: street.approvedOn,
          approved_doc_no: street.isNew ? `黔府函〔${isoDay(street.approvedOn).slice(0, 4)}〕${Number(street.code.slice(-3))}号` : undefined,
          settlement_code: home,
          settlement_codes: others.length > 0 ? others : undefined,
          staff_count: 20 + others.length,
        },
      };
    }
    for (const place of world.settlements) {
      for (const community of place.communities) {
        yield {
          settlement: place,
          cells: {
            area_code: community.code,
            name: community.name,
            level: 'community',
            county_code: place.county.code,
            is_new: community.isNew,
            approved_on: community.approvedOn,
            settlement_code: place,
            staff_count: community.staff,
          },
        };
      }
    }
  },
});
