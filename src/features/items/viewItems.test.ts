/** An item as it is shown: what the SQL of its page says. */
import { expect, test } from 'vitest';
import { viewDeclaredItem } from './viewItems.ts';

test('whom an item concerns stands before its levels, where that is not everybody', () => {
  expect(viewDeclaredItem('C01').sql.split('\n').slice(0, 4)).toEqual(['-- applies', 'able_count > 0', '-- blue', 'false']);
  expect(viewDeclaredItem('B05').sql.split('\n')[0]).toBe('-- blue');
});

test('an item that there is not is refused in both languages', () => {
  expect(() => viewDeclaredItem('Z99')).toThrow(
    expect.objectContaining({ zh: '监测标准中没有“Z99”这一项。', en: 'The standard has no item “Z99”.' }),
  );
});
