/** The request of a move, from what its verb asks for: texts only, since the lifecycle itself says what is missing or wrong. */
import type { Lifecycle } from '#catalog/lifecycles/lifecycle.ts';
import { z } from 'zod';

const longest = 4000;

/** The body of `POST /…/:verb`. */
export function moveRequest({ verbs }: Lifecycle, verb: string): z.ZodObject<Record<string, z.ZodOptional<z.ZodString>>> {
  const names = Object.keys(verbs[verb]?.needs ?? {});
  return z.strictObject(Object.fromEntries(names.map((name) => [name, z.string().max(longest).optional()])));
}
