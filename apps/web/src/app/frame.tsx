import type { ReactNode } from 'react';
import { Link, useRoute } from 'wouter';
import { texts, useTexts } from '../i18n/texts';
import { Icon, type IconName } from '../ui/icon';
import { Mark } from '../ui/mark';

const frameTexts = texts({
  'hi-IN': {
    skip: 'सीधे पन्ने पर जाएँ',
    main: 'मुख्य सूची',
    name: 'साथी',
    talk: 'बातें',
    summary: 'आईना',
    memories: 'यादें',
    companion: 'साथी',
    settings: 'सेटिंग',
  },
  'en-IN': {
    skip: 'Skip to the page',
    main: 'Main menu',
    name: 'Saathi',
    talk: 'Talks',
    summary: 'Mirror',
    memories: 'Memories',
    companion: 'Saathi',
    settings: 'Settings',
  },
});

interface PlaceProps {
  readonly to: string;
  readonly icon: IconName;
  readonly label: string;
}

const Place = ({ to, icon, label }: PlaceProps): ReactNode => {
  const [isHere] = useRoute(to);
  return (
    <Link
      href={to}
      aria-current={isHere ? 'page' : undefined}
      className="flex min-h-14 flex-1 flex-col items-center justify-center gap-0.5 rounded-2xl px-1 text-xs text-soft transition hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-brand lg:flex-none lg:flex-row lg:justify-start lg:gap-3 lg:px-4 lg:text-base lg:aria-[current=page]:bg-brand-soft"
    >
      <Icon name={icon} className="size-6" />
      {label}
    </Link>
  );
};

const BAR =
  'fixed inset-x-0 bottom-0 z-20 border-t border-line bg-raised/95 px-1 pb-[env(safe-area-inset-bottom)] backdrop-blur ' +
  'lg:inset-x-auto lg:inset-y-0 lg:left-0 lg:w-60 lg:border-t-0 lg:border-r lg:p-4';

interface FrameProps {
  readonly children: ReactNode;
}

/** What stands around most screens: the five places, below on a phone and beside elsewhere. */
export const Frame = ({ children }: FrameProps): ReactNode => {
  const t = useTexts(frameTexts);
  return (
    <>
      <a
        href="#page"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-raised focus:p-3"
      >
        {t.skip}
      </a>
      <nav aria-label={t.main} className={BAR}>
        <p className="mb-6 hidden items-center gap-3 px-2 font-display text-2xl lg:flex">
          <Mark /> {t.name}
        </p>
        <div className="mx-auto flex max-w-lg lg:flex-col lg:gap-1">
          <Place to="/" icon="chat" label={t.talk} />
          <Place to="/summary" icon="summary" label={t.summary} />
          <Place to="/memories" icon="memory" label={t.memories} />
          <Place to="/companion" icon="companion" label={t.companion} />
          <Place to="/settings" icon="settings" label={t.settings} />
        </div>
      </nav>
      <main id="page" tabIndex={-1} className="outline-none lg:pl-60">
        <div className="mx-auto max-w-2xl px-4 pt-6 pb-28 lg:pb-12">{children}</div>
      </main>
    </>
  );
};
