/** 编随人走台账: rows for several posts each, without names. */
import { postTransfer as register } from '#catalog/registers/postTransfer.ts';
import { isNew, quarterly, source } from '../sheets/source.ts';

export const postTransfer = source<keyof typeof register.fields>({
  register,
  fields: ['staff_type', 'move_type', 'from_org', 'receiver', 'school_no', 'clinic_no', 'post_count', 'document_no', 'effective_on', 'on_duty'],
  days: quarterly,
  *rows({ postTransfers }, after, upTo) {
    for (const one of postTransfers) {
      const receiver = one.school ?? one.clinic;
      if (!receiver || !isNew(one.effectiveOn, after, upTo)) continue;
      yield {
        settlement: receiver.home,
        cells: {
          staff_type: one.staffType,
          move_type: one.moveType,
          from_org: one.from,
          receiver: receiver.name,
          school_no: one.school,
          clinic_no: one.clinic,
          post_count: one.posts,
          document_no: one.document,
          effective_on: one.effectiveOn,
          on_duty: true,
        },
      };
    }
  },
});
