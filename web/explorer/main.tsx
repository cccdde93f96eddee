import './styles/theme.css';
import './styles/layout.css';
import './styles/charts.css';
import './styles/pages.css';
import './styles/print.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AskError } from './api/ask.js';
import { App } from './app.js';

/** In milliseconds: as long an answer is not asked for again. */
const FRESH = 60_000;

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH,
      refetchOnWindowFocus: false,
      // What is refused stays refused.
      retry: (failures, error) => failures < 2 && error instanceof AskError && error.code === 'UNREACHABLE',
    },
  },
});

const root = document.getElementById('explorer');
if (root === null) throw new Error('The page has no place for the explorer.');

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
