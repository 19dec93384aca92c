/** How the client looks: as the device does, or as chosen. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'saathi.theme';
const night = matchMedia('(prefers-color-scheme: dark)');

export const chosenTheme = (): Theme =>
  THEMES.find((theme) => theme === localStorage.getItem(KEY)) ?? 'system';

export const chooseTheme = (theme: Theme): void => {
  localStorage.setItem(KEY, theme);
  paint();
};

const paint = (): void => {
  const theme = chosenTheme();
  const isDark = theme === 'dark' || (theme === 'system' && night.matches);
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
};

/** Takes the look up, and follows the device from now on. */
export const applyTheme = (): void => {
  paint();
  night.addEventListener('change', paint);
};
