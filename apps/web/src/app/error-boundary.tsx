import { Component, type ReactNode } from 'react';
import { texts, useTexts } from '../i18n/texts';
import { Button } from '../ui/button';
import { Mark } from '../ui/mark';

const boundaryTexts = texts({
  'hi-IN': {
    title: 'कुछ अटक गया',
    text: 'यह पन्ना ठीक से नहीं खुला। आपकी बातें सुरक्षित हैं।',
    reload: 'फिर से खोलें',
  },
  'en-IN': {
    title: 'Something got stuck',
    text: 'This page did not open as it should. What you said is safe.',
    reload: 'Open again',
  },
});

const Fallen = (): ReactNode => {
  const t = useTexts(boundaryTexts);
  return (
    <main className="grid min-h-dvh place-content-center justify-items-center gap-4 p-6 text-center">
      <Mark className="size-14" />
      <h1 className="text-2xl">{t.title}</h1>
      <p className="text-soft">{t.text}</p>
      <Button
        onClick={() => {
          location.assign('/');
        }}
      >
        {t.reload}
      </Button>
    </main>
  );
};

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

/** Shows a way out when a screen fails. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly hasFallen: boolean }> {
  override state = { hasFallen: false };

  static getDerivedStateFromError(): { hasFallen: boolean } {
    return { hasFallen: true };
  }

  override render(): ReactNode {
    return this.state.hasFallen ? <Fallen /> : this.props.children;
  }
}
