/** How many people there are, and what they did with their accounts. Days are those of India. */
export class PeopleOverview {
  people!: number;
  /** Registered today. */
  new_today!: number;
  /** Had the client renew their login today. */
  active_today!: number;
  /** Accounts deleted today. */
  erased_today!: number;
  /** Deletions that are still under way. */
  erasures_open!: number;
}
