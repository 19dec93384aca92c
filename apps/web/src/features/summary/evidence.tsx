import type { EvidenceView } from '@saathi/contracts';
import { useQueries } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { messagesQuery } from '../../api/queries';
import { useFormats } from '../../i18n/formats';
import { useTexts } from '../../i18n/texts';
import { Spinner } from '../../ui/spinner';
import { summaryTexts } from './summary-texts';

interface EvidenceProps {
  readonly items: readonly EvidenceView[];
}

/** The person's own words that something rests on. */
export const Evidence = ({ items }: EvidenceProps): ReactNode => {
  const t = useTexts(summaryTexts);
  const { date } = useFormats();
  const ids = new Set(items.flatMap(({ message_ids }) => message_ids));
  const sessions = [...new Set(items.map(({ session_id }) => session_id))];
  const talks = useQueries({ queries: sessions.map((id) => messagesQuery(id)) });
  if (talks.some(({ isPending }) => isPending)) return <Spinner />;
  const messages = talks.flatMap(({ data }) => data ?? []).filter(({ id }) => ids.has(id));
  if (messages.length === 0) return <p className="pb-2 text-sm text-soft">{t.noEvidence}</p>;
  return (
    <ul className="grid animate-fade gap-2 py-2">
      {messages.map(({ id, text, created_at, session_id }) => (
        <li key={id} className="border-l-2 border-lamp pl-3">
          <blockquote className="wrap-anywhere whitespace-pre-wrap">{text}</blockquote>
          <p className="text-sm text-soft">
            {date(created_at)} ·{' '}
            <Link href={`/chat/${session_id}`} className="underline underline-offset-4">
              {t.inTalk}
            </Link>
          </p>
        </li>
      ))}
    </ul>
  );
};
