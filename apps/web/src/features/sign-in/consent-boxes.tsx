import { useId, type ReactNode } from 'react';
import { useTexts } from '../../i18n/texts';
import { registerTexts } from './register-texts';

interface ConsentBoxesProps {
  readonly is_adult: boolean;
  readonly accepted_terms: boolean;
  readonly onChange: (part: { is_adult?: boolean; accepted_terms?: boolean }) => void;
}

interface BoxProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children?: ReactNode;
}

const Box = ({ label, checked, onChange, children }: BoxProps): ReactNode => {
  const id = useId();
  return (
    <div className="grid grid-cols-[auto_1fr] items-start gap-x-3 gap-y-1">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        aria-describedby={children === undefined ? undefined : `${id}-text`}
        onChange={({ target }) => {
          onChange(target.checked);
        }}
        className="mt-1 size-5 accent-brand-fill"
      />
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {children === undefined ? null : (
        <div id={`${id}-text`} className="col-start-2 text-sm text-soft">
          {children}
        </div>
      )}
    </div>
  );
};

/** What is agreed to, in plain words and each by itself. */
export const ConsentBoxes = ({ is_adult, accepted_terms, onChange }: ConsentBoxesProps): ReactNode => {
  const t = useTexts(registerTexts);
  return (
    <div className="grid gap-4 rounded-3xl border border-line bg-raised p-4">
      <Box
        label={t.adult}
        checked={is_adult}
        onChange={(checked) => {
          onChange({ is_adult: checked });
        }}
      />
      <Box
        label={t.terms}
        checked={accepted_terms}
        onChange={(checked) => {
          onChange({ accepted_terms: checked });
        }}
      >
        {t.termsText}{' '}
        <a href="/notice" target="_blank" rel="noopener" className="text-brand underline underline-offset-4">
          {t.read}
        </a>
      </Box>
    </div>
  );
};
