/** 学校台账. */
import { school as register } from '#catalog/registers/school.ts';
import { source, seldom } from '../sheets/source.ts';

export const school = source<keyof typeof register.fields>({
  register,
  fields: [
    'school_no',
    'name',
    'stage',
    'build_type',
    'completed_on',
    'settlement_code',
    'settlement_codes',
    'capacity',
    'classes',
    'large_classes',
    'max_class_size',
    'students',
    'relocated_students',
    'teachers',
  ],
  days: seldom,
  wholeLists: 'all',
  *rows({ schools }) {
    for (const one of schools.schools) {
      yield {
        settlement: one.home,
        cells: {
          school_no: one.code,
          name: one.name,
          stage: one.stage,
          build_type: one.buildType,
          completed_on: one.completedOn,
          settlement_code: one.home,
          settlement_codes: one.served.length > 0 ? one.served : undefined,
          capacity: one.capacity,
          classes: one.classes,
          large_classes: one.largeClasses,
          max_class_size: one.largestClass,
          students: one.students,
          relocated_students: one.relocated,
          teachers: one.teachers,
        },
      };
    }
  },
});
