import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { getOverview } from '../../api/admin-client';
import { useFormats } from '../../i18n/formats';
import { useTexts } from '../../i18n/texts';
import { Loading } from '../../ui/loading';
import { ProblemNotice } from '../../ui/notice';
import { adminTexts } from './admin-texts';
import { useOperatorToken } from './operator-login';

const RENEW_MS = 30_000;
const PARTS = ['people', 'talk', 'learning', 'money'] as const;

/** How the service does today. */
export const Overview = (): ReactNode => {
  const t = useTexts(adminTexts);
  const token = useOperatorToken();
  const overview = useQuery({
    queryKey: ['admin', 'overview'],
    queryFn: () => getOverview(token),
    refetchInterval: RENEW_MS,
  });
  if (overview.isPending) return <Loading />;
  if (overview.isError)
    return <ProblemNotice error={overview.error} onRetry={() => void overview.refetch()} />;
  return (
    <div className="grid gap-6">
      {PARTS.map((part) => {
        const numbers = overview.data[part];
        return (
          <section key={part} className="grid gap-2">
            <h2 className="text-lg">{t.parts[part]}</h2>
            {numbers === null ? (
              <p className="text-alarm">{t.silent}</p>
            ) : (
              <Numbers numbers={Object.entries(numbers)} />
            )}
          </section>
        );
      })}
    </div>
  );
};

interface NumbersProps {
  readonly numbers: readonly (readonly [name: string, value: number | string | null])[];
}

const Numbers = ({ numbers }: NumbersProps): ReactNode => {
  const names: Readonly<Record<string, string>> = useTexts(adminTexts).numbers;
  const { number, rupees } = useFormats();
  const show = (value: number | string | null): string => {
    if (value === null) return '–';
    return typeof value === 'number' ? number(value) : rupees(value);
  };
  return (
    <dl className="grid grid-cols-2 gap-2 sm:grid-cols-3 lg:grid-cols-6">
      {numbers.map(([name, value]) => (
        <div
          key={name}
          className="flex flex-col-reverse justify-end rounded-2xl border border-line bg-raised p-3"
        >
          <dt className="text-sm text-soft">{names[name] ?? name}</dt>
          <dd className="font-display text-2xl">{show(value)}</dd>
        </div>
      ))}
    </dl>
  );
};
