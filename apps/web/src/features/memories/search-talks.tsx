import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { searchQuery } from '../../api/queries';
import { useFormats } from '../../i18n/formats';
import { useTexts } from '../../i18n/texts';
import { Field } from '../../ui/field';
import { ProblemNotice } from '../../ui/notice';
import { useSettled } from '../../ui/use-settled';
import { memoriesTexts } from './memories-texts';

const SHORTEST = 2;
/** Whoever types on is not asked about yet. */
const PAUSE_MS = 350;

/** Finds what one said, in whatever script. */
export const SearchTalks = (): ReactNode => {
  const t = useTexts(memoriesTexts);
  const { date } = useFormats();
  const [text, setText] = useState('');
  const wanted = useSettled(text.trim(), PAUSE_MS);
  const found = useQuery({ ...searchQuery(wanted), enabled: wanted.length >= SHORTEST });
  return (
    <section role="search" className="grid gap-3">
      <Field label={t.search} hint={t.searchHint} type="search" value={text} onText={setText} />
      {found.isError ? <ProblemNotice error={found.error} /> : null}
      {found.data?.items.length === 0 ? <p className="text-soft">{t.nothingFound}</p> : null}
      {found.data === undefined || found.data.items.length === 0 ? null : (
        <ul aria-label={t.found} className="grid gap-2">
          {found.data.items.map(({ id, session_id, text: said, created_at }) => (
            <li key={id}>
              <Link href={`/chat/${session_id}`} className="block rounded-2xl bg-sunk px-4 py-2">
                <span className="line-clamp-2">{said}</span>
                <span className="text-sm text-soft">{date(created_at)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
