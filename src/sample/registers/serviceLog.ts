/** 运行中断与巡检日志. */
import { serviceLog as register } from '#catalog/registers/serviceLog.ts';
import { dayMilliseconds, shanghaiOffset } from '../days.ts';
import { filled, monthly, source } from '../sheets/source.ts';

export const serviceLog = source<keyof typeof register.fields>({
  register,
  fields: [
    'log_no',
    'settlement_code',
    'log_type',
    'facility_no',
    'building_code',
    'clinic_no',
    'device_no',
    'from_at',
    'to_at',
    'households',
    'announced',
    'announced_at',
    'accident',
    'action',
  ],
  days: monthly,
  *rows({ services }, after, upTo) {
    const dayOfTime = (time: number): number => Math.floor((time + shanghaiOffset) / dayMilliseconds);
    const isTold = (time: number): boolean => time !== 0 && dayOfTime(time) <= upTo && (after === undefined || dayOfTime(time) > after);
    for (const one of services.interruptions) {
      if (dayOfTime(one.from) > upTo || !(isTold(one.from) || isTold(one.to))) continue;
      yield {
        settlement: one.settlement,
        cells: {
          log_no: one.number,
          settlement_code: one.settlement,
          log_type: one.type,
          facility_no: one.facility,
          building_code: one.building,
          clinic_no: one.clinic,
          device_no: one.device && { code: one.device.code, name: one.device.code },
          from_at: one.from,
          to_at: one.to !== 0 && dayOfTime(one.to) <= upTo ? one.to : undefined,
          households: one.households === 0 ? undefined : one.households,
          announced: one.announcedAt !== 0,
          announced_at: one.announcedAt === 0 ? undefined : one.announcedAt,
          accident: one.accident,
          action: filled(one.action),
        },
      };
    }
  },
});
