/** Shows its content to those who have a permission, and something else, or nothing, to others. */
import type { ReactNode } from 'react';
import type { Permission } from '#catalog/permissions.ts';
import { useMay } from './me.ts';

interface MayParts {
  readonly needs: Permission;
  readonly otherwise?: ReactNode;
  readonly children: ReactNode;
}

export function May({ needs, otherwise = null, children }: MayParts) {
  return useMay(needs) ? children : otherwise;
}
