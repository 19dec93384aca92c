/** What is still to be learned from ended sessions, and what was given up. */
export class LearningOverview {
  /** Sessions that ended and whose summary is not there yet. */
  summaries_pending!: number;
  summaries_failed!: number;
  /** Events that a listener gave up on. */
  dead_letters!: number;
}
