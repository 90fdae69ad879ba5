/** Tables of the working-day calendar. */
import type { Table } from '#derive/table.ts';

/** Days with their working days numbered, so that working days between two days are a difference. */
const calendarDay: Table = {
  name: 'calendar_day',
  zh: '工作日历',
  columns: [
    { name: 'day', type: 'date', notNull: true, zh: '日期' },
    { name: 'working', type: 'boolean', notNull: true, zh: '是否工作日' },
    { name: 'number', type: 'integer', notNull: true, zh: '截至当日的工作日序号' },
  ],
  primaryKey: ['day'],
  indexes: [
    // Every clock reads the days that are not as their day of the week says, some hundreds of thirty thousand.
    { name: 'calendar_day_exception_idx', columns: ['day'], include: ['working'], where: '(working <> (EXTRACT(isodow FROM day) < (6)::numeric))' },
  ],
  spread: 'everywhere',
  readBy: 'everybody',
};

/** Days that a county works or does not work otherwise than the calendar says: local holidays, and weekends worked for them. */
const localDay: Table = {
  name: 'local_day',
  zh: '县级节假日',
  columns: [
    { name: 'county_code', type: 'text', notNull: true, zh: '县' },
    { name: 'day', type: 'date', notNull: true, zh: '日期' },
    { name: 'working', type: 'boolean', notNull: true, zh: '是否工作日' },
    { name: 'name', type: 'text', notNull: true, zh: '节日名称或文号' },
  ],
  primaryKey: ['county_code', 'day'],
  indexes: [],
  spread: 'everywhere',
  readBy: 'everybody',
};

export const calendarTables: readonly Table[] = [calendarDay, localDay];
