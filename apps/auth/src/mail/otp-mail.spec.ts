import { describe, expect, it } from '@jest/globals';
import { otpMail } from './otp-mail.js';

const mailIn = (locale: string, code = '048213'): ReturnType<typeof otpMail> =>
  otpMail({ to: 'asha@example.com', code, locale, door: 'people', expires_in: 600 });

const locales = ['hi-IN', 'hi-Latn-IN', 'en-IN'];

describe.each(locales)('the mail in %s', (locale) => {
  const { subject, text, html, to } = mailIn(locale);

  it('has exactly one run of six digits in its text, which is the code', () => {
    expect(text.match(/(?<!\d)\d{6}(?!\d)/g)).toEqual(['048213']);
  });

  it('shows the code once in its HTML', () => {
    expect(html.split('048213')).toHaveLength(2);
  });

  it('shows no digit in its subject, which a locked screen shows', () => {
    expect(subject).not.toMatch(/\p{Nd}/u);
  });

  it('holds no link, which a scanner would open', () => {
    expect(text + html).not.toMatch(/https?:|href|src=|www\./i);
  });

  it('says how long the code is good', () => {
    expect(text).toMatch(/\b10\b/);
  });

  it('goes to the address and nowhere else', () => {
    expect(to).toBe('asha@example.com');
  });

  it('keeps a code of eight digits whole', () => {
    expect(mailIn(locale, '01234567').text).toMatch(/(?<!\d)01234567(?!\d)/);
  });
});

describe('the language of a mail', () => {
  it.each([
    ['hi', 'साथी में साइन इन करने का कोड'],
    ['hi-IN', 'साथी में साइन इन करने का कोड'],
    ['hi-Latn', 'Saathi mein sign in karne ka code'],
    ['hi-Latn-IN', 'Saathi mein sign in karne ka code'],
    ['en', 'Your code to sign in to Saathi'],
    ['en-GB', 'Your code to sign in to Saathi'],
  ])('for %s is that of "%s"', (locale, subject) => {
    expect(mailIn(locale).subject).toBe(subject);
  });

  it('is declared in the HTML', () => {
    expect(mailIn('hi-IN').html).toContain('<html lang="hi-IN">');
  });
});

describe('the life of a code', () => {
  it.each([
    [600, '10 minutes'],
    [601, '10 minutes'],
    [3600, '60 minutes'],
    [1, '1 minutes'],
  ])('of %i seconds is told as %s', (expires_in, words) => {
    expect(
      otpMail({ to: 'a@b.test', code: '123456', locale: 'en', door: 'people', expires_in }).text,
    ).toContain(words);
  });
});
