import './design/base.css';
import { notifyManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { ScreenFailure } from './states/screen-failure.tsx';

// An answer is drawn as soon as it is there, and not after a timer.
notifyManager.setScheduler(queueMicrotask);

const client = new QueryClient({
  defaultOptions: {
    queries: {
      // Each query says itself what is worth another try; silent retries would hide what happens.
      retry: false,
      refetchOnWindowFocus: false,
      // "Offline" says nothing about a server on the same machine.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element #root.');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <ScreenFailure>
        <App />
      </ScreenFailure>
    </QueryClientProvider>
  </StrictMode>,
);
