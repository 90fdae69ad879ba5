/** Opens the web client in the page. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Refusal, whenSignedOut } from './parts/ask.ts';
import { leaveToSignIn } from './parts/leaveToSignIn.ts';
import { openRouter } from './routes.ts';
import './theme/tokens.css';
import './theme/page.css';
import './theme/print.css';

// After an upgrade the scripts of an open page are gone from the server: the page is loaded again.
addEventListener('vite:preloadError', () => location.reload());

/** A refusal stays a refusal; only what broke or could not be reached is tried once more. */
function tryAgain(failures: number, error: Error): boolean {
  const status = error instanceof Refusal ? error.problem.status : 500;
  return failures < 1 && (status === 0 || status >= 500);
}

const queries = new QueryClient({ defaultOptions: { queries: { retry: tryAgain, retryDelay: 500, staleTime: 10_000 } } });
const router = openRouter(queries);
whenSignedOut(() => void leaveToSignIn(router, queries));
const place = document.getElementById('anju');
if (!place) throw new Error('the page has no place for the client');

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
