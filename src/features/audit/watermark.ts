/** The line by which an export says who took it out of the house, and when. */
import { maskOpenNumbers } from '#derive/maskOpenNumbers.ts';
import { timeInChina } from '#platform/clock/clock.ts';
import type { Actor } from './actor.ts';

/** 安居 Anju · 导出 exported by 王芳（wangfang） · 2026-06-30 09:12. */
export function watermark({ name }: Pick<Actor, 'name'>, at: Date): string {
  return `安居 Anju · 导出 exported by ${maskOpenNumbers(name)} · ${timeInChina(at)}`;
}
