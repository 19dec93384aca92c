import type { Door } from '../otp/door.js';
import type { Mail } from './mailer.js';

/** What a code mail is made of. */
export interface OtpMailContent {
  readonly to: string;
  readonly code: string;
  readonly locale: string;
  readonly door: Door;
  /** Seconds. */
  readonly expires_in: number;
}

interface Words {
  readonly subject: string;
  readonly greeting: string;
  readonly instruction: Readonly<Record<Door, string>>;
  readonly validity: (minutes: string) => string;
  readonly ignore: string;
}

const hindi: Words = {
  subject: 'साथी में साइन इन करने का कोड',
  greeting: 'नमस्ते,',
  instruction: {
    people: 'साथी में साइन इन करने के लिए यह कोड लिखें:',
    operators: 'साथी के संचालक पेज में साइन इन करने के लिए यह कोड लिखें:',
  },
  validity: (minutes) => `यह कोड ${minutes} मिनट तक चलेगा और एक ही बार काम करेगा।`,
  ignore: 'अगर यह कोड आपने नहीं मँगाया, तो कुछ करने की ज़रूरत नहीं है। यह कोड किसी को न बताएँ।',
};

const hinglish: Words = {
  subject: 'Saathi mein sign in karne ka code',
  greeting: 'Namaste,',
  instruction: {
    people: 'Saathi mein sign in karne ke liye yeh code likhiye:',
    operators: 'Saathi ke operator page mein sign in karne ke liye yeh code likhiye:',
  },
  validity: (minutes) => `Yeh code ${minutes} minute tak chalega aur ek hi baar kaam karega.`,
  ignore: 'Agar yeh code aapne nahi mangaya, to kuch karne ki zaroorat nahi. Yeh code kisi ko na batayein.',
};

const english: Words = {
  subject: 'Your code to sign in to Saathi',
  greeting: 'Hello,',
  instruction: {
    people: 'To sign in to Saathi, enter this code:',
    operators: "To sign in to Saathi's pages for operators, enter this code:",
  },
  validity: (minutes) => `The code is good for ${minutes} minutes and works once.`,
  ignore: 'If you did not ask for it, there is nothing to do. Do not tell this code to anybody.',
};

const wordsFor = (locale: string): Words => {
  if (locale.startsWith('hi-Latn')) return hinglish;
  return locale.startsWith('hi') ? hindi : english;
};

/**
 * The mail that carries a code. The subject does not show it, since lock screens show subjects; there
 * is no link, since link scanners would open it.
 */
export const otpMail = ({ to, code, locale, door, expires_in }: OtpMailContent): Mail => {
  const words = wordsFor(locale);
  const instruction = words.instruction[door];
  const validity = words.validity(String(Math.max(1, Math.round(expires_in / 60))));
  return {
    to,
    locale,
    subject: words.subject,
    text: [words.greeting, instruction, code, validity, words.ignore].join('\n\n'),
    html: [
      `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${words.subject}</title></head>`,
      '<body style="font-family:system-ui,sans-serif;font-size:16px;line-height:1.5;color:#222;max-width:32em;margin:2em auto">',
      `<p>${words.greeting}</p><p>${instruction}</p>`,
      `<p style="font-size:32px;letter-spacing:6px;font-weight:600">${code}</p>`,
      `<p>${validity}</p><p style="color:#555">${words.ignore}</p></body></html>`,
    ].join(''),
  };
};
