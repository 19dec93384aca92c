import { useId, type ComponentProps, type ReactNode } from 'react';

interface FieldProps extends Omit<ComponentProps<'input'>, 'onChange'> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly onText: (text: string) => void;
  /** What is wrong with it. */
  readonly problem?: string | undefined;
}

export const INPUT =
  'w-full min-h-12 rounded-2xl border border-edge bg-raised px-4 py-2.5 text-ink placeholder:text-soft ' +
  'aria-invalid:border-alarm';

/** A labelled line to type in; hint and problem are read out with it. */
export const Field = ({ label, hint, problem, onText, className = '', ...more }: FieldProps): ReactNode => {
  const id = useId();
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <input
        {...more}
        id={id}
        onChange={({ target }) => {
          onText(target.value);
        }}
        className={`${INPUT} ${className}`}
        aria-invalid={problem !== undefined}
        aria-describedby={described === '' ? undefined : described}
      />
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="text-sm text-soft">
          {hint}
        </p>
      )}
      {problem === undefined ? null : (
        <p id={`${id}-problem`} role="alert" className="text-sm text-alarm">
          {problem}
        </p>
      )}
    </div>
  );
};
