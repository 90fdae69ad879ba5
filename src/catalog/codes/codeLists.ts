/** All code lists by name. */
import * as people from './people.ts';
import * as places from './places.ts';
import * as households from './households.ts';
import * as money from './money.ts';
import * as work from './work.ts';
import * as services from './services.ts';
import * as governance from './governance.ts';
import * as appeals from './appeals.ts';
import * as warnings from './warnings.ts';
import * as items from './items.ts';
import type { CodeList } from './codeList.ts';
import type { CodeListName } from './codeListNames.ts';

const all: readonly CodeList[] = [people, places, households, money, work, services, governance, appeals, warnings, items].flatMap((group) =>
  Object.values<CodeList>(group),
);

export const codeLists = Object.fromEntries(all.map((list) => [list.name, list])) as Readonly<Record<CodeListName, CodeList>>;
