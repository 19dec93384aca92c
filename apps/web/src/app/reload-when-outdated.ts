const KEY = 'saathi.reloaded';

/** A page that was open while a newer client was put in place asks for parts that are gone: it loads itself anew. */
export const reloadWhenOutdated = (): void => {
  addEventListener('vite:preloadError', (event) => {
    if (sessionStorage.getItem(KEY) === location.pathname) return;
    sessionStorage.setItem(KEY, location.pathname);
    event.preventDefault();
    location.reload();
  });
};
