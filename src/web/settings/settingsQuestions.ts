/** What the page of settings asks. */
import { queryOptions } from '@tanstack/react-query';
import type { Settings } from '#features/standards/contract.ts';
import { ask } from '../parts/ask.ts';

/** The settings of the installation. */
export const settingsQuestion = queryOptions({ queryKey: ['settings'], queryFn: () => ask<Settings>('/settings') });
