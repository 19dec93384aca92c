import '@fontsource-variable/noto-sans-devanagari/wght.css';
import '@fontsource/tiro-devanagari-hindi/400.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { reloadWhenOutdated } from './app/reload-when-outdated';
import { applyTheme } from './app/theme';
import './style/theme.css';

applyTheme();
reloadWhenOutdated();

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

// The shell opens without a network from the second visit on.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  addEventListener('load', () => void navigator.serviceWorker.register('/sw.js').catch(() => undefined));
}
