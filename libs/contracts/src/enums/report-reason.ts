/** Why somebody reports a message of the companion. */
export const ReportReason = {
  Harmful: 'harmful',
  Sexual: 'sexual',
  Untrue: 'untrue',
  Manipulative: 'manipulative',
  Other: 'other',
} as const;
export type ReportReason = (typeof ReportReason)[keyof typeof ReportReason];
