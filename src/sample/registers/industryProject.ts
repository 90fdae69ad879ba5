/** 产业配套与帮扶车间台账. */
import { industryProject as register } from '#catalog/registers/industryProject.ts';
import { quarterly, source } from '../sheets/source.ts';

export const industryProject = source<keyof typeof register.fields>({
  register,
  fields: ['project_no', 'name', 'project_type', 'settlement_code', 'fund_amount', 'opened_on', 'jobs', 'relocated_jobs', 'status'],
  days: quarterly,
  wholeLists: 'all',
  *rows({ projects }) {
    for (const one of projects) {
      yield {
        settlement: one.settlement,
        cells: {
          project_no: one.number,
          name: one.name,
          project_type: one.type,
          settlement_code: one.settlement,
          fund_amount: one.fund,
          opened_on: one.openedOn,
          jobs: one.jobs,
          relocated_jobs: one.relocated,
          status: '1',
        },
      };
    }
  },
});
