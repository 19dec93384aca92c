import type { ComponentProps, ReactNode } from 'react';
import { Spinner } from './spinner';

export type ButtonLook = 'primary' | 'soft' | 'quiet' | 'alarm';

const LOOKS: Readonly<Record<ButtonLook, string>> = {
  primary: 'bg-brand-fill text-on-brand shadow-lift hover:brightness-110',
  soft: 'bg-raised text-ink border border-line hover:border-edge',
  quiet: 'text-brand hover:bg-brand-soft',
  alarm: 'bg-alarm-soft text-alarm border border-transparent hover:border-alarm',
};

const SHAPE =
  'inline-flex min-h-12 items-center justify-center gap-2 rounded-2xl px-5 pt-3 pb-2 font-medium leading-snug transition ' +
  'active:scale-[.98] disabled:opacity-55 disabled:active:scale-100 no-underline';

/** The looks of a button, for links that lead somewhere. */
export const buttonLook = (look: ButtonLook, more = ''): string => `${SHAPE} ${LOOKS[look]} ${more}`;

interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: ButtonLook;
  /** Whether what it started is under way. */
  readonly busy?: boolean;
}

export const Button = ({
  look = 'primary',
  busy = false,
  className = '',
  disabled,
  children,
  ...more
}: ButtonProps): ReactNode => (
  <button
    type="button"
    {...more}
    className={buttonLook(look, className)}
    disabled={disabled === true || busy}
    aria-busy={busy}
  >
    {busy ? <Spinner /> : null}
    {children}
  </button>
);

interface IconButtonProps extends ComponentProps<'button'> {
  /** Its name for those who do not see the icon. */
  readonly label: string;
  readonly small?: boolean;
}

export const IconButton = ({
  label,
  small = false,
  className = '',
  children,
  ...more
}: IconButtonProps): ReactNode => (
  <button
    type="button"
    {...more}
    aria-label={label}
    title={label}
    className={`grid ${small ? 'size-7' : 'size-11'} shrink-0 place-items-center rounded-full text-soft transition hover:bg-sunk hover:text-ink disabled:opacity-40 ${className}`}
  >
    {children}
  </button>
);
