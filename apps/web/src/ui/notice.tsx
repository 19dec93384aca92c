import type { ReactNode } from 'react';
import { Problem } from '../api/problem';
import { problemTexts } from '../i18n/problem-texts';
import { texts, useTexts } from '../i18n/texts';
import { Button } from './button';

const noticeTexts = texts({
  'hi-IN': { retry: 'फिर कोशिश करें' },
  'en-IN': { retry: 'Try again' },
});

interface ProblemNoticeProps {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
}

/** What a person is told about an error. */
export const useProblemText = (): ((error: unknown) => string) => {
  const byCode = useTexts(problemTexts);
  return (error) => byCode[error instanceof Problem ? error.code : 'internal'];
};

/** Says what went wrong and lets one try again. */
export const ProblemNotice = ({ error, onRetry }: ProblemNoticeProps): ReactNode => {
  const textOf = useProblemText();
  const { retry } = useTexts(noticeTexts);
  return (
    <div
      role="alert"
      className="grid justify-items-start gap-2 rounded-2xl bg-alarm-soft px-4 py-3 text-alarm"
    >
      <p>{textOf(error)}</p>
      {onRetry === undefined ? null : (
        <Button look="soft" onClick={onRetry}>
          {retry}
        </Button>
      )}
    </div>
  );
};
