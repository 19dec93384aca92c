import { TABLE_TITLES, type PageLanguage } from './export-titles.js';
import type { ExportedTables } from './exported-tables.js';

type Row = Readonly<Record<string, unknown>>;

const INTRO: Readonly<Record<PageLanguage, string>> = {
  en: 'Everything Saathi keeps about you. The same as a JSON document: GET /v1/me/export.',
  hi: 'साथी आपके बारे में जो कुछ रखता है, वह सब। यही JSON में: GET /v1/me/export.',
};
const NOTHING: Readonly<Record<PageLanguage, string>> = { en: 'Nothing.', hi: 'कुछ नहीं।' };
const SPEAKER: Readonly<Record<PageLanguage, Readonly<Record<string, string>>>> = {
  en: { user: 'You', ai: 'Saathi' },
  hi: { user: 'आप', ai: 'साथी' },
};

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}
h2{margin-top:2.5rem;border-bottom:1px solid #ccc}dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:1rem 0;padding:.6rem;background:#f6f6f6}
dt{color:#666}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}p.said{margin:.4rem 0;white-space:pre-wrap}time{color:#666;font-size:.85em}`;

/** An export as a page to read, in the person's language. Whatever they or the model wrote is text, never markup. */
export const exportPage = (tables: ExportedTables, exportedAt: Date): string => {
  const [user] = rowsOf(tables, 'users');
  const language = languageOf(user?.['locale']);
  const sections = [...tables.keys()].map((table) => section(table, rowsOf(tables, table), language));
  return `<!doctype html>
<html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Saathi</title>
<style>${STYLE}</style>
<h1>${escape(show(user?.['name'] ?? 'Saathi'))}</h1>
<p>${INTRO[language]} <time>${exportedAt.toISOString()}</time></p>
${sections.join('\n')}
</html>
`;
};

const languageOf = (locale: unknown): PageLanguage =>
  typeof locale === 'string' && locale.startsWith('en') ? 'en' : 'hi';

const section = (table: string, rows: readonly Row[], language: PageLanguage): string => {
  const title = TABLE_TITLES[table]?.[language] ?? table;
  const body =
    rows.length === 0
      ? `<p>${NOTHING[language]}</p>`
      : rows.map((row) => (table === 'messages' ? line(row, language) : card(row))).join('\n');
  return `<h2>${escape(title)}</h2>\n${body}`;
};

const line = ({ role, text, created_at }: Row, language: PageLanguage): string =>
  `<p class="said"><time>${escape(show(created_at))}</time> <b>${escape(SPEAKER[language][String(role)] ?? '')}:</b> ${escape(show(text))}</p>`;

const card = (row: Row): string => {
  const entries = Object.entries(row).filter(([, value]) => value !== null);
  return `<dl>${entries.map(([name, value]) => `<dt>${escape(name)}</dt><dd>${escape(show(value))}</dd>`).join('')}</dl>`;
};

const show = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const rowsOf = (tables: ExportedTables, table: string): Row[] =>
  (tables.get(table) ?? []).map((text) => {
    const row: unknown = JSON.parse(text);
    return typeof row === 'object' && row !== null ? { ...row } : {};
  });

const MARKUP: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (mark) => MARKUP[mark] ?? '');
