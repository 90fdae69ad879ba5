/** The line by which an export says who took it out of the house, and when. */
import { maskOpenNumbers } from '#derive/maskOpenNumbers.ts';
import { timeInChina } from '#platform/clock/clock.ts';
import type { Actor } from './actor.ts';

/** 本文件由王芳（wangfang）于 2026-06-30 09:12 从安居导出 · Exported from Anju by 王芳（wangfang） at 2026-06-30 09:12. */
export function watermark({ name }: Pick<Actor, 'name'>, at: Date): string {
  const [who, when] = [maskOpenNumbers(name), timeInChina(at)];
  return `本文件由${who}于 ${when} 从安居导出 · Exported from Anju by ${who} at ${when}`;
}
