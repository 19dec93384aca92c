import { escapeHtml } from '../html.js';
import type { Mail } from './mail.js';

const REFRESH_SECONDS = 4;
const SHOWN_MAILS = 50;

const STYLE = `
  :root { color-scheme: light dark; font-family: system-ui, 'Noto Sans', 'Noto Sans Devanagari', sans-serif; }
  body { margin: 0 auto; max-width: 44rem; padding: 1rem; }
  .notice { border: 2px dashed #b45309; border-radius: .75rem; padding: .75rem 1rem; }
  article { border: 1px solid #8884; border-radius: .75rem; padding: .75rem 1rem; margin: 1rem 0; }
  h2 { margin: 0; font-size: 1.1rem; }
  .facts { opacity: .7; margin: .25rem 0; overflow-wrap: anywhere; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; font-size: 1.1rem; }
  iframe { width: 100%; height: 22rem; border: 1px solid #8884; background: #fff; }`;

/** The inbox as a page that renews itself. */
export const inboxPage = (mails: readonly Mail[]): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="refresh" content="${String(REFRESH_SECONDS)}">
    <title>Mails (stand-in)</title>
    <style>${STYLE}</style>
  </head>
  <body>
    <p class="notice">
      This is a stand-in for a mail server: every mail ends here and none is delivered.<br>
      <span lang="hi">यह मेल सर्वर की जगह एक नमूना है: हर मेल यहीं रहता है, आगे नहीं जाता।</span>
    </p>
    ${mails.length === 0 ? '<p>No mail yet · अभी कोई मेल नहीं</p>' : ''}
    ${mails.slice(0, SHOWN_MAILS).map(mailArticle).join('')}
  </body>
</html>
`;

const mailArticle = (mail: Mail): string => `<article>
      <h2>${escapeHtml(mail.subject)}</h2>
      <p class="facts">${escapeHtml(mail.to.join(', '))} · <time>${mail.received_at}</time></p>
      <pre>${escapeHtml(mail.text)}</pre>
      ${mail.html === '' ? '' : htmlPart(mail.html)}
    </article>`;

/** An empty `sandbox` lets nothing run and nothing be submitted. */
const htmlPart = (html: string): string =>
  `<iframe sandbox loading="lazy" title="HTML" srcdoc="${escapeHtml(html)}"></iframe>`;
