/** A month as an address names it. */
import { z } from 'zod';

/** `2026-08`, or its first day `2026-08-01`; read as the first day. */
export const monthAsked = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])(-01)?$/)
  .overwrite((month) => `${month.slice(0, 7)}-01`);
