/** Checks the whole catalogue: registers, code lists, items with their rules and examples; names the file and the exact spot of each fault. */
import { aspects, codeLists, fileOfItem, items, registerNames, registers } from '#catalog/catalog.ts';
import type { CodeList } from '#catalog/codes/codeList.ts';
import { codeListNames } from '#catalog/codes/codeListNames.ts';
import type { Item } from '#catalog/items/item.ts';
import type { Register } from '#catalog/registers/register.ts';
import { checkItem } from './checkItem.ts';
import { checkRegister } from './checkRegister.ts';
import { type Fault, repeated } from './fault.ts';

/** What is checked: by the names under which the catalogue lists it. */
export interface Catalogue {
  readonly registers: Readonly<Record<string, Register>>;
  readonly codeLists: Readonly<Record<string, CodeList>>;
  readonly items: readonly Item[];
}

/** All faults of the catalogue; none when it is sound. */
export function checkStandard(catalogue: Catalogue = { registers, codeLists, items }): Fault[] {
  return [
    ...checkListing(Object.keys(catalogue.registers), registerNames, {
      kind: { zh: '台账', en: 'register' },
      spot: 'registers',
      names: 'src/catalog/registers/registerNames.ts',
      list: 'src/catalog/catalog.ts',
    }),
    ...checkListing(Object.keys(catalogue.codeLists), codeListNames, {
      kind: { zh: '代码表', en: 'code list' },
      spot: 'codes',
      names: 'src/catalog/codes/codeListNames.ts',
      list: 'src/catalog/codes/codeLists.ts',
    }),
    ...Object.values(catalogue.codeLists).flatMap(checkCodes),
    ...Object.values(catalogue.registers).flatMap(checkRegister),
    ...checkItemCodes(catalogue.items),
    ...catalogue.items.flatMap(checkItem),
  ];
}

interface Listing {
  readonly kind: { readonly zh: string; readonly en: string };
  readonly spot: string;
  /** The file that names all, and the file that lists all. */
  readonly names: string;
  readonly list: string;
}

/** What is listed has to be named, and what is named to be listed. */
function checkListing(listed: readonly string[], named: readonly string[], { kind, spot, names, list }: Listing): Fault[] {
  return [
    ...listed
      .filter((name) => !named.includes(name))
      .map((name) => ({
        file: names,
        where: `${spot}.${name}`,
        zh: `${kind.zh} ${name} 已列入 ${list}，但这里没有它的名称。`,
        en: `The ${kind.en} ${name} is listed in ${list}, but not named here.`,
      })),
    ...named
      .filter((name) => !listed.includes(name))
      .map((name) => ({
        file: list,
        where: `${spot}.${name}`,
        zh: `${kind.zh} ${name} 已在 ${names} 中命名，但没有列入这里。`,
        en: `The ${kind.en} ${name} is named in ${names}, but not listed here.`,
      })),
  ];
}

const checkCodes = ({ name, entries }: CodeList): Fault[] =>
  repeated(entries.map(({ code }) => code)).map((code) => ({
    file: 'src/catalog/codes',
    where: `codes.${name}`,
    zh: `代码重复：${code}。`,
    en: `A code stands twice: ${code}.`,
  }));

/** Every aspect has its items, and no code stands for two. */
function checkItemCodes(all: readonly Item[]): Fault[] {
  const twice = repeated(all.map(({ code }) => code)).flatMap((code) => all.filter((item) => item.code === code));
  return [
    ...twice.map((item) => ({
      file: fileOfItem(item),
      where: `items.${item.code}.code`,
      zh: `监测项编码重复：${item.code}。`,
      en: `An item code stands twice: ${item.code}.`,
    })),
    ...aspects
      .filter((aspect) => !all.some((item) => item.aspect === aspect.code))
      .map((aspect) => ({
        file: 'src/catalog/items/aspects.ts',
        where: `aspects.${aspect.code}`,
        zh: '该方面没有监测项。',
        en: 'The aspect has no item.',
      })),
  ];
}
