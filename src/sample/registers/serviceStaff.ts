/** 配备人员台账: teachers and medical workers in post. */
import { serviceStaff as register } from '#catalog/registers/serviceStaff.ts';
import { source, seldom } from '../sheets/source.ts';

export const serviceStaff = source<keyof typeof register.fields>({
  register,
  fields: ['staff_no', 'name', 'school_no', 'clinic_no', 'staff_type', 'subject', 'title', 'qualified', 'source', 'from_date'],
  days: seldom,
  wholeLists: 'all',
  *rows({ schools, clinics }) {
    for (const one of [...schools.teachers, ...clinics.medical]) {
      yield {
        settlement: one.school?.home ?? one.clinic?.home,
        cells: {
          staff_no: one.number,
          name: one.name,
          school_no: one.school,
          clinic_no: one.clinic,
          staff_type: one.school ? '1' : '2',
          subject: one.subject,
          title: one.title,
          qualified: one.qualification,
          source: one.source,
          from_date: one.from,
        },
      };
    }
  },
});
