/** A filled field of a register row as people read it: the shape in which every room answers it. */
import { z } from 'zod';

export const readableField = z.object({
  name: z.string(),
  zh: z.string(),
  en: z.string(),
  value: z.string(),
  /** Left out where the value stands as it is stored. Withheld: the caller may not see it, nor whether there is one. */
  state: z.enum(['masked', 'withheld']).optional(),
  /** The value in English where it differs, as labels of codes do. */
  valueEn: z.string().optional(),
  /** The row of another register that the value names. */
  refers: z.object({ register: z.string(), key: z.string() }).optional(),
});
export type ReadableField = z.infer<typeof readableField>;
