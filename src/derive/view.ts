/** What a read-only view for other tools (BI) is, and the SQL that creates it. */
import { textLiteral } from './literal.ts';

export interface View {
  /** Name inside the schema `bi`. */
  readonly name: string;
  readonly zh: string;
  readonly columns: readonly { readonly name: string; readonly zh: string; readonly sql: string }[];
  /** What stands after `from`. */
  readonly from: string;
}

/** SQL that creates the schema `bi` with all views and their Chinese comments. */
export function viewsSql(views: readonly View[]): string {
  const each = views.map(({ name, zh, columns, from }) =>
    [
      `create view bi.${name} as\n  select ${columns.map((column) => `${column.sql} as ${column.name}`).join(', ')}\n  from ${from};`,
      `comment on view bi.${name} is ${textLiteral(zh)};`,
      ...columns.map((column) => `comment on column bi.${name}.${column.name} is ${textLiteral(column.zh)};`),
    ].join('\n'),
  );
  return ['create schema bi;', "comment on schema bi is '供统计工具只读使用的视图';", ...each, ''].join('\n\n');
}
