/** What the page about the running of the house asks. */
import { queryOptions } from '@tanstack/react-query';
import type { AlertState } from '#features/alerts/contract.ts';
import { ask } from '../parts/ask.ts';

export const alertsQuestion = queryOptions({ queryKey: ['alerts'], queryFn: () => ask<AlertState>('/alerts') });
