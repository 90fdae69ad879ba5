/** Laws of the kinds of notices: both languages name the same values, and none of them is a person's. */
import { expect, test } from 'vitest';
import { isNoticeKind, type NoticeKindName, noticeKindOf, noticeKinds } from './noticeKinds.ts';

const names = (text: string): string[] => [...text.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name).sort();
const unique = (list: readonly string[]): string[] => [...new Set(list)];
const kinds = Object.keys(noticeKinds) as NoticeKindName[];

/** Values of people, which leave the house in no notice. */
const ofPeople = ['name', 'person', 'phone', 'idCard', 'id_no', 'head', 'appellant', 'text', 'reason'];

test.each(kinds)('%s', (kind) => {
  const { zh, en, says, link, because } = noticeKindOf(kind);
  expect(kind).toMatch(/^[a-z-]+\.[a-z-]+$/);
  expect(unique(names(says.zh))).toEqual(unique(names(says.en)));
  expect(names(says.zh).filter((name) => ofPeople.includes(name))).toEqual([]);
  expect(link).toMatch(/^\/[a-z-]+(\/\{[a-zA-Z]+\}|\/[a-z-]+)?(\?[a-z]+=([a-z-]+|\{[a-zA-Z]+\})(&[a-z]+=[a-z-]+)*)?$/);
  expect([zh, en, because.zh, because.en].filter((text) => text === '' || text.includes('{'))).toEqual([]);
  expect(says.zh).toMatch(/。$/);
  expect(says.en).toMatch(/\.$/);
});

test('a name of a kind is told from any other text', () => {
  expect(kinds.every(isNoticeKind)).toBe(true);
  expect(['toString', 'imports', ''].some(isNoticeKind)).toBe(false);
});
