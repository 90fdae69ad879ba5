/** Words of the forms of moves. */
import { defineWords } from './language.ts';

export const moveWords = defineWords('moves', {
  optional: { zh: '（可不填）', en: ' (optional)' },
  pick: { zh: '请选择', en: 'choose' },
  confirm: { zh: '确认{{verb}}', en: 'Confirm: {{verb}}' },
  notNow: { zh: '{{verb}}（暂不能）', en: '{{verb}} (not yet)' },
  cancel: { zh: '取消', en: 'Cancel' },
});
