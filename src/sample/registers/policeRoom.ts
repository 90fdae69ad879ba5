/** 警务室台账. */
import { policeRoom as register } from '#catalog/registers/policeRoom.ts';
import { source, seldom } from '../sheets/source.ts';

export const policeRoom = source<keyof typeof register.fields>({
  register,
  fields: ['room_no', 'name', 'station', 'settlement_code', 'settlement_codes', 'opened_on', 'officers', 'assistants', 'status'],
  days: seldom,
  wholeLists: 'all',
  *rows({ governance }) {
    for (const one of governance.policeRooms) {
      yield {
        settlement: one.home,
        cells: {
          room_no: one.code,
          name: one.name,
          station: one.station,
          settlement_code: one.home,
          settlement_codes: one.served.length > 0 ? one.served : undefined,
          opened_on: one.openedOn,
          officers: one.officers,
          assistants: one.assistants,
          status: one.inUse ? '3' : '4',
        },
      };
    }
  },
});
