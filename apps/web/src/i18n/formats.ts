import { useLocale, type Locale } from './locale';

const DAY_MS = 86_400_000;

/** Numbers, money and times as people of a locale write them. */
export interface Formats {
  readonly number: (value: number) => string;
  /** @param amount decimal string, such as `49.00` */
  readonly rupees: (amount: string) => string;
  readonly date: (instant: string) => string;
  readonly dateTime: (instant: string) => string;
  readonly time: (instant: string) => string;
  /** Today, yesterday, or the date. */
  readonly day: (instant: string) => string;
  /** Minutes and seconds: `2:05`. */
  readonly clock: (seconds: number) => string;
}

const startOfDay = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

const makeFormats = (locale: Locale): Formats => {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const rupees = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'INR',
    trailingZeroDisplay: 'stripIfInteger',
  });
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return {
    number: (value) => number.format(value),
    rupees: (amount) => rupees.format(Number(amount)),
    date: (instant) => date.format(new Date(instant)),
    dateTime: (instant) => dateTime.format(new Date(instant)),
    time: (instant) => time.format(new Date(instant)),
    day: (instant) => {
      const days = Math.round((startOfDay(Date.parse(instant)) - startOfDay(Date.now())) / DAY_MS);
      return days > -7 ? relative.format(days, 'day') : date.format(new Date(instant));
    },
    clock: (seconds) =>
      `${String(Math.floor(seconds / 60))}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`,
  };
};

const all: Readonly<Record<Locale, Formats>> = {
  'hi-IN': makeFormats('hi-IN'),
  'en-IN': makeFormats('en-IN'),
};

export const useFormats = (): Formats => all[useLocale()];
