import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Toasts } from '../ui/toast';
import { ErrorBoundary } from './error-boundary';
import { queryClient } from './query-client';
import { Screens } from './screens';

export const App = (): ReactNode => (
  <QueryClientProvider client={queryClient}>
    <ErrorBoundary>
      <Screens />
    </ErrorBoundary>
    <Toasts />
  </QueryClientProvider>
);
