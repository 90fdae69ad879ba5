/** The line by which an export says who took it out of the house, and when. */
import { maskOpenNumbers } from '#derive/maskOpenNumbers.ts';
import type { Actor } from './actor.ts';

const chinaHours = 8;

/** 安居 Anju · 导出 exported by 王芳（wangfang） · 2026-06-30 09:12. */
export function watermark({ name }: Pick<Actor, 'name'>, at: Date): string {
  const there = new Date(at.getTime() + chinaHours * 3_600_000).toISOString();
  return `安居 Anju · 导出 exported by ${maskOpenNumbers(name)} · ${there.slice(0, 10)} ${there.slice(11, 16)}`;
}
