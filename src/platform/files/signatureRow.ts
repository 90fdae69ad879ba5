/** Tells the lines below a table, which carry names, stamps and dates of those who filled it in or a remark on it, from rows. What could be a row is one. */
import type { Cell } from './sheets.ts';

const remark = '备注|注|说明|(?:填表|填报|制表)说明';
const labels = [
  '(?:填表|填报|制表|制单|审核|复核|审批|批准|校对|经办|统计|记录|联系|负责|签字|报送)人?',
  '(?:单位|部门|统计|主要|分管|科室|项目)负责人',
  '(?:单位|分管|主管)领导',
  '(?:联系)?电话',
  '(?:填报|填表|制表|报送|上报|报表)?单位(?:名称)?',
  '(?:填报|填表|制表|报送|上报|报告|打印)?(?:日期|时间)',
  '签名|签章|盖章|公章',
  remark,
].join('|');
const marks = '盖章|公章|印章|单位章|签章|签字|签名|章';

/** `填表人:张三`, `填报单位(盖章):` */
const labelled = new RegExp(`^(${labels})(?:\\([^()]{1,8}\\))?:(.*)$`, 's');
/** `审核人` */
const bare = new RegExp(`^(?:${labels})$`);
/** `(盖章)`, `某某社区居委会(公章)`, `单位负责人(签字)` */
const stamped = new RegExp(`^[^():]{0,20}\\((?:${marks})\\)$`);
const page = /^第\d+页(?:[,、/]?共\d+页)?$/;
const day = /^(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|(?:\d{4})?年(?:\d{1,2})?月(?:(?:\d{1,2})?日)?)$/;
const phone = /^(?:1\d{10}|(?:0\d{2,3}-?)?\d{7,8})$/;
const remarkLabel = new RegExp(`^(?:${remark})$`);
const longNumber = /\d{7}/;

/** Looked at first: every row of a large table passes here. */
const mayBegin = /[:：︓﹕章签页]/;

/** Whether a row is such a line: it begins with a label that says so by a colon or a stamp, and all that is stated are such labels, days, and a name, a day or a telephone beside a label. */
export function isSignatureRow(cells: readonly (Cell | undefined)[]): boolean {
  const stated = cells.filter((cell) => cell !== undefined && (cell.kind === 'formula' || cell.text.trim() !== ''));
  const [first] = stated;
  if (first === undefined || !mayBegin.test(first.text)) return false;
  let before: Part = 'closed';
  for (const cell of stated) {
    const part = partOf(cell?.text ?? '', before);
    if (part === undefined || (cell === first && (part === 'day' || part === 'bare'))) return false;
    before = part;
  }
  return true;
}

/** What a cell is: a label that waits for its value, or one of a remark, or without a sign of being one; a day; anything whole. */
type Part = 'open' | 'open-remark' | 'bare' | 'day' | 'closed';

/** `undefined` where the cell may belong to a row. */
function partOf(text: string, before: Part): Part | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  const [, label = '', value] = labelled.exec(plain) ?? [];
  if (value !== undefined) {
    if (value !== '') return 'closed';
    return remarkLabel.test(label) ? 'open-remark' : 'open';
  }
  if (stamped.test(plain)) return 'open';
  if (page.test(plain)) return 'closed';
  if (bare.test(plain)) return 'bare';
  if (day.test(plain)) return 'day';
  if (before === 'open-remark') return longNumber.test(plain) ? undefined : 'closed';
  if (before !== 'open' && before !== 'bare') return undefined;
  return phone.test(plain) || (plain.length <= 20 && !/\d/.test(plain)) ? 'closed' : undefined;
}
