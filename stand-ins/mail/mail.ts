import type { ParsedMail } from 'mailparser';

/** A mail that was caught. */
export interface Mail {
  readonly id: string;
  /** Whom it was delivered to by the envelope, which may differ from the header. */
  readonly to: readonly string[];
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  /** Empty for a mail without an HTML part. */
  readonly html: string;
  /** By lower-case name; the last of several wins. */
  readonly headers: Readonly<Record<string, string>>;
  readonly received_at: string;
}

export interface Envelope {
  readonly to: readonly string[];
  readonly from: string;
}

/** What the inbox keeps of a parsed mail. */
export const mailFrom = (id: string, envelope: Envelope, parsed: ParsedMail): Mail => ({
  id,
  to: envelope.to,
  from: envelope.from,
  subject: parsed.subject ?? '',
  text: parsed.text ?? '',
  html: parsed.html || '',
  headers: Object.fromEntries(parsed.headerLines.map(({ key, line }) => [key, valueOf(line)])),
  received_at: new Date().toISOString(),
});

/** The value of a raw header line, unfolded. */
const valueOf = (line: string): string =>
  line
    .slice(line.indexOf(':') + 1)
    .replace(/\r?\n\s+/g, ' ')
    .trim();
