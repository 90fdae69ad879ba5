/** What the audit log says of a change reads in the words of the house, not in its codes. */
import { expect, test } from 'vitest';
import { usualAppealLimits } from '#catalog/appealLimits.ts';
import { auditChange } from './auditChange.ts';

test('roles and states are called by their names', () => {
  const order = { role: 'building_leader', area: '522301A001-1', from: '2026-01-01', to: null };
  expect(auditChange('grants.give', null, order, 'zh')).toEqual([
    { field: '角色', before: '', after: '楼栋长' },
    { field: '地区', before: '', after: '522301A001-1' },
    { field: '生效', before: '', after: '2026-01-01' },
    { field: '失效', before: '', after: '—' },
  ]);
  expect(auditChange('grants.give', null, order, 'en')[0]).toEqual({ field: 'role', before: '', after: 'building leader' });
  expect(auditChange('work-orders.sign', { state: 'dispatched' }, { state: 'signed', given: {} }, 'zh')).toEqual([
    { field: '状态', before: '待签收', after: '办理中' },
  ]);
  expect(auditChange('imports.create', null, { state: 'stored', rows: 3 }, 'zh').map(({ after }) => after)).toEqual(['stored', '3']);
});

test('of a setting with many parts those that changed are told, limits in words', () => {
  const [before, after] = [{ value: usualAppealLimits }, { value: { ...usualAppealLimits, 'answer-help': '5wd' } }];
  expect(auditChange('settings.change', before, after, 'zh')).toEqual([{ field: '12345 求助：答复', before: '7个工作日', after: '5个工作日' }]);
  expect(
    auditChange('settings.change', { value: { opens: '08:30', closes: '17:30' } }, { value: { opens: '09:00', closes: '17:30' } }, 'zh'),
  ).toEqual([{ field: '上班', before: '08:30', after: '09:00' }]);
  expect(auditChange('settings.change', { value: null }, { value: '2024-07-01' }, 'zh')).toEqual([{ field: '值', before: '—', after: '2024-07-01' }]);
});
