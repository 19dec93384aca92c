import type { ReactNode } from 'react';
import { LOCALES, setLocale, useLocale, type Locale } from '../../i18n/locale';
import { useTexts } from '../../i18n/texts';
import { signInTexts } from './sign-in-texts';

const NAMES: Readonly<Record<Locale, string>> = { 'hi-IN': 'हिंदी', 'en-IN': 'English' };

/** The two languages, a tap apart; each in its own words. */
export const LanguageSwitch = (): ReactNode => {
  const current = useLocale();
  const { language } = useTexts(signInTexts);
  return (
    <div role="group" aria-label={language} className="flex rounded-full border border-line bg-raised p-1">
      {LOCALES.map((locale) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          aria-pressed={locale === current}
          onClick={() => {
            setLocale(locale);
          }}
          className="min-h-9 rounded-full px-4 text-sm text-soft transition aria-pressed:bg-brand-fill aria-pressed:text-on-brand"
        >
          {NAMES[locale]}
        </button>
      ))}
    </div>
  );
};
