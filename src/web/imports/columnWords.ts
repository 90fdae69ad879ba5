/** Words of the pages where a person says what columns mean. */
import { defineWords } from '../parts/language.ts';

export const columnWords = defineWords('columns', {
  title: { zh: '逐列对应', en: 'What the columns mean' },
  toImports: { zh: '回到导入', en: 'Back to imports' },
  sheets: { zh: '工作表', en: 'Sheets' },
  openOf: { zh: '{{count}}列待定', en: ['{{count}} open', '{{count}} open'] },
  nothingToRead: { zh: '这张工作表没有可读的内容。', en: 'This sheet holds nothing to read.' },
  register: { zh: '台账', en: 'Register' },
  chooseRegister: { zh: '请选择台账', en: 'Choose the register' },
  alike: { zh: '列标题同样符合', en: 'The headers fit alike' },
  allRegisters: { zh: '全部台账', en: 'All registers' },
  headerAt: { zh: '列标题在第{{row}}行', en: 'headers in row {{row}}' },
  registerHint: { zh: '先选这张表是哪本台账，再逐列对应。', en: 'First choose the register of this sheet, then its columns.' },
  alikeHint: { zh: '列标题同时符合几本台账，请选一本。', en: 'The headers fit several registers: choose one.' },

  column: { zh: '表中的列', en: 'Column of the sheet' },
  samples: { zh: '前几格', en: 'First cells' },
  empty: { zh: '全空', en: 'empty' },
  means: { zh: '对应', en: 'Means' },
  meansOf: { zh: '“{{header}}”对应', en: 'Meaning of “{{header}}”' },
  undecidedOne: { zh: '请选择…', en: 'Choose…' },
  none: { zh: '不取用', en: 'Not used' },
  needed: { zh: '必填', en: 'Needed' },
  others: { zh: '其他', en: 'Others' },
  suggest: { zh: '像是“{{field}}”，就用它', en: 'Looks like “{{field}}”: use it' },
  twiceHere: { zh: '有另一列也对应它', en: 'another column has it too' },

  twice: { zh: '有两列对应同一项，请把其中一列改为“不取用”。', en: 'Two columns claim one field: set one of them to “Not used”.' },
  missing: { zh: '还缺必填项：{{fields}}。缺它的新增行会退回。', en: 'Needed and without a column: {{fields}}. New rows will be refused for it.' },
  undecided: {
    zh: '还有{{count}}列没有选，将不取用。',
    en: ['{{count}} column is not chosen and will not be used.', '{{count}} columns are not chosen and will not be used.'],
  },
  complete: { zh: '每一列都有着落。', en: 'Every column is settled.' },
  remember: { zh: '记住并重新读取这个文件', en: 'Remember and read the file again' },
  rememberNext: { zh: '记住，看下一张表', en: 'Remember and go to the next sheet' },
  leave: { zh: '先不对应', en: 'Not now' },

  helpOnce: {
    zh: '只需对应一次：以后列标题相同的表会照此读取，可在“导入”页的“列的对应”里查看和删除。',
    en: 'Once is enough: sheets with the same headers are read so from then on. See and delete what is remembered under “Columns” on the page of imports.',
  },
  helpNone: {
    zh: '“不取用”的列不会进入台账，原表不变。',
    en: 'A column that is not used stays out of the register; the sheet itself is not changed.',
  },
  helpMasked: { zh: '样例里的证件号码和电话已遮盖。', en: 'Identity numbers and phones in the samples are masked.' },

  listNote: {
    zh: '列标题相同的表照此读取。删除后，下次遇到会再问一次。',
    en: 'Sheets with these headers are read so. After deleting one, the next such sheet asks again.',
  },
  listEmpty: {
    zh: '还没有记住的对应。遇到不认识的列标题时，在那里对应一次即可。',
    en: 'Nothing is remembered yet. When a sheet has headers that are not known, say once what they mean.',
  },
  file: { zh: '例如文件', en: 'Seen in' },
  remembered: { zh: '列的对应', en: 'Columns' },
  notTaken: { zh: '不取用：{{headers}}', en: 'Not used: {{headers}}' },
  nth: { zh: '（第{{nth}}处）', en: ' (no. {{nth}})' },
  when: { zh: '何时', en: 'When' },
  delete: { zh: '删除', en: 'Delete' },
  deleteOf: { zh: '删除{{register}}的这组对应', en: 'Delete these columns of {{register}}' },
  deleted: { zh: '已删除“{{register}}”的一组对应。', en: 'The columns of {{register}} are forgotten.' },
  undo: { zh: '撤销删除', en: 'Undo' },
});
