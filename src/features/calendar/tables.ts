/** The table of the working-day calendar. */
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
  indexes: [],
  spread: 'everywhere',
  readBy: 'everybody',
};

export const calendarTables: readonly Table[] = [calendarDay];
