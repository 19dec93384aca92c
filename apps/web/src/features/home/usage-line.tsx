import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { usageQuery } from '../../api/queries';
import { useFormats } from '../../i18n/formats';
import { useTexts } from '../../i18n/texts';
import { homeTexts } from './home-texts';

/** What is left of the free allowance, long before it is used up. */
export const UsageLine = (): ReactNode => {
  const t = useTexts(homeTexts);
  const { number, dateTime } = useFormats();
  const { data } = useQuery(usageQuery);
  if (data === undefined) return null;
  const { messages_left, premium_until } = data;
  const text =
    messages_left === null
      ? t.premium(premium_until === null ? '' : dateTime(premium_until))
      : messages_left === 0
        ? t.noneLeft
        : t.left(number(messages_left));
  return (
    <Link
      href="/passes"
      className="justify-self-start text-sm text-soft underline decoration-line underline-offset-4"
    >
      {text}
    </Link>
  );
};
