import type { ReactNode } from 'react';
import { texts, useTexts } from '../i18n/texts';
import { Mark } from './mark';

const loadingTexts = texts({
  'hi-IN': { loading: 'खुल रहा है…' },
  'en-IN': { loading: 'Opening…' },
});

/** While a screen or its content is on its way. */
export const Loading = (): ReactNode => {
  const { loading } = useTexts(loadingTexts);
  return (
    <div role="status" className="grid min-h-[50dvh] place-items-center">
      <Mark className="size-12 animate-breathe" />
      <span className="sr-only">{loading}</span>
    </div>
  );
};
