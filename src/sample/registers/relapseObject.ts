/** 防止返贫致贫对象台账. */
import { relapseObject as register } from '#catalog/registers/relapseObject.ts';
import { isNew, known, monthly, source } from '../sheets/source.ts';

export const relapseObject = source<keyof typeof register.fields>({
  register,
  fields: [
    'household_no',
    'object_type',
    'risks',
    'clue_on',
    'identified_on',
    'publicity_from_date',
    'publicity_to_date',
    'helper',
    'measures',
    'removed_on',
  ],
  days: monthly,
  *rows({ relapseCases }, after, upTo) {
    for (const one of relapseCases) {
      if (one.clueOn > upTo || !(isNew(one.clueOn, after, upTo) || isNew(one.identifiedOn, after, upTo) || isNew(one.removedOn, after, upTo)))
        continue;
      const identified = known(one.identifiedOn, upTo);
      yield {
        settlement: one.household.settlement,
        cells: {
          household_no: one.household,
          object_type: one.type,
          risks: one.risks,
          clue_on: one.clueOn,
          identified_on: identified,
          publicity_from_date: identified === undefined ? undefined : Math.max(one.clueOn, identified - 6),
          publicity_to_date: identified === undefined ? undefined : Math.max(one.clueOn, identified - 6) + 5,
          helper: one.helper,
          measures: ['2', '7'],
          removed_on: known(one.removedOn, upTo),
        },
      };
    }
  },
});
