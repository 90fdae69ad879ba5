/** Somebody who is told, and why: what is kept of a notice's receivers, and of a receipt. */
import type { Permission } from '#catalog/permissions.ts';
import type { RoleCode } from '#catalog/roles.ts';
import type { Holders } from './notify.ts';

/** The grant through which somebody is told. */
export interface Why {
  readonly role: RoleCode;
  readonly area: string;
  readonly department: string | null;
  readonly permission: Permission | null;
  /** Name of the absent person whose deputy they are. */
  readonly standsFor: string | null;
}

/** Somebody who is told. */
export interface Receiver {
  readonly account: number;
  /** null = named one by one. */
  readonly why: Why | null;
}

/** What a notice says about its receivers, as it is kept. */
export interface KeptReceivers {
  readonly accounts?: readonly number[];
  readonly andDeputies?: boolean;
  readonly except?: readonly number[];
  readonly holders?: Holders;
  readonly outside?: 'mail' | 'sms';
}
