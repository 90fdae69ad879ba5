/** 刚性支出台账. */
import { expense as register } from '#catalog/registers/expense.ts';
import { filled, isNew, monthly, source } from '../sheets/source.ts';

export const expense = source<keyof typeof register.fields>({
  register,
  fields: ['expense_no', 'household_no', 'expense_type', 'person_no', 'amount', 'reimbursed', 'occurred_on', 'event_ref'],
  days: monthly,
  *rows({ bills }, after, upTo) {
    for (const bill of bills) {
      if (!isNew(bill.on, after, upTo)) continue;
      yield {
        settlement: bill.household.settlement,
        cells: {
          expense_no: bill.number,
          household_no: bill.household,
          expense_type: bill.kind,
          person_no: bill.person,
          amount: bill.selfPaid + bill.reimbursed,
          reimbursed: bill.reimbursed,
          occurred_on: bill.on,
          event_ref: filled(bill.event),
        },
      };
    }
  },
});
