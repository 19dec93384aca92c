import type { EvidenceView, FindingField, SummaryFeedbackView, SummaryVerdict } from '@saathi/contracts';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../i18n/texts';
import { Icon } from '../../ui/icon';
import { Menu, type MenuItem } from '../../ui/menu';
import { Evidence } from './evidence';
import { summaryTexts } from './summary-texts';
import { useFeedback } from './use-feedback';

interface FindingProps {
  readonly field: FindingField;
  /** As it is stored. */
  readonly value: string;
  /** As it is shown. */
  readonly shown: string;
  readonly evidence: readonly EvidenceView[];
  readonly feedback: readonly SummaryFeedbackView[];
}

/** One thing that was understood, what it rests on, and what the person says of it. */
export const Finding = ({ field, value, shown, evidence, feedback }: FindingProps): ReactNode => {
  const t = useTexts(summaryTexts);
  const [isOpen, setIsOpen] = useState(false);
  const own = evidence.filter((item) => item.field === field && item.value === value);
  const isPinned = feedback.some(
    (item) => item.verdict === 'pin' && item.field === field && item.value === value,
  );
  const items = useVerdicts(field, value, isPinned);
  return (
    <li className="rounded-2xl border border-line bg-raised px-4 py-2">
      <div className="flex items-center gap-2">
        <p className="min-w-0 grow wrap-anywhere">{shown}</p>
        {isPinned ? (
          <span className="flex items-center gap-1 text-sm text-leaf">
            <Icon name="pin" className="size-4" />
            {t.pinned}
          </span>
        ) : null}
        <Menu label={t.options(shown)} items={items} />
      </div>
      {own.length === 0 ? null : (
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => {
            setIsOpen(!isOpen);
          }}
          className="min-h-8 text-sm text-brand underline decoration-line underline-offset-4"
        >
          {t.evidence}
        </button>
      )}
      {isOpen ? <Evidence items={own} /> : null}
    </li>
  );
};

const useVerdicts = (field: FindingField, value: string, isPinned: boolean): MenuItem[] => {
  const t = useTexts(summaryTexts);
  const feedback = useFeedback();
  const item = (verdict: SummaryVerdict, icon: MenuItem['icon']): MenuItem => ({
    label: t.verdicts[verdict],
    icon,
    alarming: verdict === 'not_me',
    onSelect: () => {
      feedback.mutate({ field, value, verdict });
    },
  });
  return [isPinned ? item('release', 'undo') : item('pin', 'pin'), item('not_me', 'close')];
};
