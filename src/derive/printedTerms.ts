/** The glossary as a document. */
import { type Term, terms } from '#catalog/terms.ts';

const row = ({ zh, en, code, means }: Term): string => `| ${zh} | ${en} | ${code === undefined ? '' : `\`${code}\``} | ${means.zh} | ${means.en} |`;

/** docs/glossary.md, written from the catalogue. */
export const printedTerms = (): string =>
  [
    '# Glossary',
    '',
    'One word for one thing, in each language. Printed from `src/catalog/terms.ts` by `./anju glossary --write`; the help page (`/help`) shows the same.',
    ...Object.values(terms).flatMap((group) => [
      '',
      `## ${group.zh} ${group.en}`,
      '',
      '| 中文 | English | in code | 含义 | meaning |',
      '|---|---|---|---|---|',
      ...group.terms.map(row),
    ]),
    '',
  ].join('\n');
