/** The way to an import, for those who may see imports; for others its words alone. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { May } from '../parts/may.tsx';

interface ImportLinkParts {
  readonly id: number;
  readonly className?: string;
  readonly children: ReactNode;
}

export function ImportLink({ id, className, children }: ImportLinkParts) {
  return (
    <May needs="imports.read" otherwise={<span className={className}>{children}</span>}>
      <Link className={className} to="/imports/$id" params={{ id: String(id) }} preload={false}>
        {children}
      </Link>
    </May>
  );
}
