/** 矛盾纠纷调处台账. */
import { dispute as register } from '#catalog/registers/dispute.ts';
import { isNew, known, monthly, source } from '../sheets/source.ts';

export const dispute = source<keyof typeof register.fields>({
  register,
  fields: [
    'case_no',
    'settlement_code',
    'dispute_type',
    'parties',
    'people',
    'accepted_on',
    'source',
    'mediator',
    'risk',
    'escalation',
    'result',
    'agreement_no',
    'fulfilled',
    'closed_on',
  ],
  days: monthly,
  *rows({ disputes }, after, upTo) {
    for (const one of disputes) {
      if (one.acceptedOn > upTo || !(isNew(one.acceptedOn, after, upTo) || isNew(one.closedOn, after, upTo))) continue;
      const closed = known(one.closedOn, upTo);
      yield {
        settlement: one.settlement,
        cells: {
          case_no: one.number,
          settlement_code: one.settlement,
          dispute_type: one.type,
          parties: one.parties,
          people: one.people,
          accepted_on: one.acceptedOn,
          source: one.source,
          mediator: one.mediator,
          risk: one.risk,
          escalation: one.escalation.length > 0 ? one.escalation : undefined,
          result: closed === undefined ? undefined : '1',
          agreement_no: closed === undefined ? undefined : `${one.number}-X`,
          fulfilled: closed === undefined ? undefined : true,
          closed_on: closed,
        },
      };
    }
  },
});
