import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { meQuery, sessionsQuery, summaryQuery } from '../../api/queries';
import { useTexts } from '../../i18n/texts';
import { Button, buttonLook } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Loading } from '../../ui/loading';
import { ProblemNotice } from '../../ui/notice';
import { Motif } from '../personas/motif';
import { personaTexts, tintOf } from '../personas/persona-texts';
import { homeTexts } from './home-texts';
import { partOfDay } from './part-of-day';
import { SessionList } from './session-list';
import { UsageLine } from './usage-line';
import { useStartTalk } from './use-start-talk';

/** Where one arrives: somebody to talk with, and what was talked about. */
export const Home = (): ReactNode => {
  const me = useQuery(meQuery);
  const sessions = useInfiniteQuery(sessionsQuery);
  if (me.isPending) return <Loading />;
  if (me.isError) return <ProblemNotice error={me.error} onRetry={() => void me.refetch()} />;
  const items = sessions.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="grid grid-cols-1 gap-8">
      <Greeting
        name={me.data.name}
        persona={me.data.persona}
        openSession={items.find(({ ended_at, type }) => ended_at === null && type === 'chat')?.id}
      />
      <SessionList
        items={items}
        isLoading={sessions.isPending}
        error={sessions.error}
        onMore={sessions.hasNextPage ? () => void sessions.fetchNextPage() : undefined}
      />
    </div>
  );
};

interface GreetingProps {
  readonly name: string;
  readonly persona: keyof (typeof personaTexts)['hi-IN'];
  readonly openSession: string | undefined;
}

const Greeting = ({ name, persona, openSession }: GreetingProps): ReactNode => {
  const t = useTexts(homeTexts);
  const companion = useTexts(personaTexts)[persona];
  const start = useStartTalk(openSession);
  return (
    <section
      style={tintOf(persona)}
      className="grid animate-rise grid-cols-1 gap-5 rounded-[2rem] border border-line bg-raised p-6 shadow-lift"
    >
      <div className="flex items-start justify-between gap-4">
        <div>
          <h1 className="text-3xl">{t.greeting[partOfDay(new Date().getHours())](name)}</h1>
          <p className="mt-1 text-soft">{t.ask}</p>
        </div>
        <Motif persona={persona} className="size-16" />
      </div>
      <p className="font-display text-lg leading-relaxed text-tint">{companion.line}</p>
      <FocusChips onPick={start.withLine} />
      <div className="flex flex-wrap gap-3">
        <Button busy={start.isPending} onClick={start.plain} className="grow">
          <Icon name="chat" />
          {openSession === undefined ? t.start : t.goOn}
        </Button>
        <Link href="/call" className={buttonLook('soft')}>
          <Icon name="call" />
          {t.call}
        </Link>
      </div>
      {start.error === null ? null : <ProblemNotice error={start.error} onRetry={start.plain} />}
      <Foot onOffTheRecord={start.offTheRecord} />
    </section>
  );
};

interface FootProps {
  readonly onOffTheRecord: () => void;
}

const Foot = ({ onOffTheRecord }: FootProps): ReactNode => {
  const t = useTexts(homeTexts);
  return (
    <div className="flex flex-wrap justify-between gap-x-4 gap-y-1">
      <UsageLine />
      <button
        type="button"
        onClick={onOffTheRecord}
        className="flex items-center gap-1.5 text-sm text-soft underline decoration-line underline-offset-4"
      >
        <Icon name="lock" className="size-4" />
        {t.off}
      </button>
    </div>
  );
};

interface FocusChipsProps {
  readonly onPick: (line: string) => void;
}

/** What the last talk wanted to come back to. */
const FocusChips = ({ onPick }: FocusChipsProps): ReactNode => {
  const t = useTexts(homeTexts);
  const focus = useQuery(summaryQuery).data?.next_time_focus ?? [];
  if (focus.length === 0) return null;
  return (
    <div className="grid gap-2">
      <p className="text-sm text-soft">{t.focus}</p>
      <ul className="flex flex-wrap gap-2">
        {focus.map((line) => (
          <li key={line}>
            <button
              type="button"
              onClick={() => {
                onPick(line);
              }}
              className="min-h-11 rounded-2xl bg-lamp-soft px-4 py-2 text-left text-lamp-ink transition hover:brightness-95"
            >
              {line}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
};
