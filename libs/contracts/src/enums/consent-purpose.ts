/** What a person agrees to, each by itself. */
export const ConsentPurpose = {
  /** A declaration of age rather than a consent; it cannot be taken back. */
  Adult: 'adult',
  /** Keeping and reading what is said, to answer and to write the summary. Without it there is no service. */
  Service: 'service',
  /** Letting the companion change with what it learns. */
  Evolution: 'evolution',
} as const;
export type ConsentPurpose = (typeof ConsentPurpose)[keyof typeof ConsentPurpose];

/** What there is no service without: taking it back means deleting the account. */
export const REQUIRED_PURPOSES: readonly ConsentPurpose[] = [ConsentPurpose.Adult, ConsentPurpose.Service];
