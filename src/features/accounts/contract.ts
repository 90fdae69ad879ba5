/** Requests and answers about accounts, sessions, grants and tokens. */
import { z } from 'zod';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const signInOrder = z.object({
  login: z.string().trim().min(1).max(64),
  password: z.string().min(1).max(256),
  code: z.string().trim().max(20).optional(),
});

/** The person who has signed in, as the screens need it. */
export const me = z.object({
  account: z.number(),
  login: z.string(),
  name: z.string(),
  permissions: z.array(z.string()),
  /** Those of the highest areas first. */
  grants: z.array(
    z.object({ role: z.string(), roleZh: z.string(), roleEn: z.string(), area: z.string(), areaName: z.string(), department: z.string().nullable() }),
  ),
  owes: z.enum(['password', 'second-factor']).nullable(),
  /** Absent persons whose deputy the person is, and for whom of them they act now. */
  deputyFor: z.array(z.object({ account: z.number(), name: z.string(), to: z.string().nullable() })),
  actsFor: z.object({ account: z.number(), name: z.string() }).nullable(),
  hasSecondFactor: z.boolean(),
  isDemo: z.boolean(),
});
export type Me = z.infer<typeof me>;

/** What the sign-in page may ask to be told: why a sign-in at the provider came to nothing. */
export const signInPageQuery = z.object({ refused: z.string().max(60).optional() });

export const signInPage = z.object({
  /** Accounts of the demonstration, to be tried; empty in a real house. */
  demo: z.array(z.object({ login: z.string(), password: z.string(), zh: z.string(), en: z.string() })),
  /** The button of single sign-on, where it is set up. */
  provider: z.object({ zh: z.string(), en: z.string() }).nullable(),
  refused: z.object({ code: z.string(), zh: z.string(), en: z.string() }).nullable(),
});

/** Where the browser goes to sign out of the provider as well. */
export const signedOut = z.object({ leave: z.string() });

/** The name of a person with the provider (`sub`). */
export const identityOrder = z.object({ subject: z.string().trim().min(1).max(255) });

/** From where, in this site, somebody signs in at the provider. */
export const providerStart = z.object({ next: z.string().max(2000).optional() });
/** What the provider sends back; the library reads it. */
export const providerReturn = z.looseObject({ code: z.string().optional(), state: z.string().optional(), error: z.string().optional() });

export const passwordOrder = z.object({ current: z.string().max(256), next: z.string().max(256) });

export const sessionList = z.object({
  sessions: z.array(
    z.object({
      id: z.number(),
      openedAt: z.string(),
      seenAt: z.string(),
      address: z.string().nullable(),
      agent: z.string().nullable(),
      isThis: z.boolean(),
    }),
  ),
});

export const secondFactorOffer = z.object({ secret: z.string(), address: z.string() });
export const secondFactorOrder = z.object({ code: z.string().trim() });
export const recoveryCodes = z.object({ codes: z.array(z.string()) });

const grantRow = z.object({
  id: z.number(),
  role: z.string(),
  area: z.string(),
  department: z.string().nullable(),
  from: z.string(),
  to: z.string().nullable(),
  givenBy: z.string().nullable(),
  /** The absent person for whom it was given. */
  standsFor: z.string().nullable(),
});

export const accountRow = z.object({
  account: z.number(),
  login: z.string(),
  name: z.string(),
  hasPhone: z.boolean(),
  hasSecondFactor: z.boolean(),
  /** Whether it is linked with an identity of the provider. */
  hasIdentity: z.boolean(),
  mustChange: z.boolean(),
  madeAt: z.string(),
  signedInAt: z.string().nullable(),
  leavesOn: z.string().nullable(),
  disabledAt: z.string().nullable(),
  grants: z.array(grantRow),
});
export type AccountRow = z.infer<typeof accountRow>;

export const accountFilter = z.object({
  q: z.string().trim().max(64).optional(),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
});
export const accountPage = z.object({ total: z.number(), rows: z.array(accountRow) });

const login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,31}$/, '2–32: a–z 0–9 . _ -');
export const newAccount = z.object({ login, name: z.string().trim().min(1).max(50), phone: z.string().trim().max(20).optional() });
/** The first password, shown once. */
export const newAccountAnswer = z.object({ account: z.number(), login: z.string(), password: z.string() });

export const accountChange = z.object({
  name: z.string().trim().min(1).max(50).optional(),
  phone: z.string().trim().max(20).nullable().optional(),
  /** From this day on the account is closed and its grants are over; null = stays. */
  leavesOn: day.nullable().optional(),
  disabled: z.boolean().optional(),
});

export const grantOrder = z.object({
  role: z.string(),
  area: z.string(),
  department: z.string().nullable().default(null),
  from: day.optional(),
  to: day.nullable().default(null),
});
export const grantAnswer = z.object({ grant: z.number() });

/** Roles with what each may do, from the declaration. */
export const roleList = z.object({
  permissions: z.array(z.object({ name: z.string(), zh: z.string(), en: z.string() })),
  departments: z.array(z.string()),
  roles: z.array(
    z.object({
      code: z.string(),
      zh: z.string(),
      en: z.string(),
      levels: z.array(z.string()),
      ofDepartment: z.boolean(),
      administers: z.boolean(),
      may: z.array(z.string()),
      gives: z.array(z.string()),
    }),
  ),
});

export const tokenOrder = z.object({
  name: z.string().trim().min(1).max(50),
  permissions: z.array(z.string()).min(1),
  days: z.number().int().min(1).max(365),
});
/** The token itself is shown this once. */
export const tokenAnswer = z.object({ id: z.number(), token: z.string(), expiresAt: z.string() });
export const tokenList = z.object({
  tokens: z.array(
    z.object({
      id: z.number(),
      name: z.string(),
      permissions: z.array(z.string()),
      madeAt: z.string(),
      expiresAt: z.string(),
      usedAt: z.string().nullable(),
    }),
  ),
});

const byLogin = z.string().trim().toLowerCase().min(1).max(64);
/** An absence: the deputy holds the grants from a day to before a day. */
export const deputyOrder = z.object({ deputy: byLogin, from: day.optional(), to: day });
export const leaveOrder = z.object({ on: day });
export const handoverOrder = z.object({ successor: byLogin, on: day.optional() });
export const actingOrder = z.object({ account: z.number().int().nullable() });

/** The work that is open with a post, what its holder's deputies are, and what was handed over. */
export const postShown = z.object({
  name: z.string(),
  login: z.string(),
  work: z.array(
    z.object({ kind: z.string(), zh: z.string(), en: z.string(), count: z.number(), lines: z.array(z.object({ zh: z.string(), en: z.string() })) }),
  ),
  deputies: z.array(z.object({ name: z.string(), login: z.string(), from: z.string(), to: z.string().nullable() })),
  handovers: z.array(z.object({ successor: z.string(), on: z.string(), statedBy: z.string(), doneAt: z.string().nullable() })),
});
export type PostShown = z.infer<typeof postShown>;
export const postAnswer = z.object({ grants: z.number() });
