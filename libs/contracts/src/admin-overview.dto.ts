import type { PeopleOverview } from './auth/overview.dto.js';
import type { MoneyOverview } from './billing/overview.dto.js';
import type { TalkOverview } from './conversation/overview.dto.js';
import type { Instant } from './fields.js';
import type { LearningOverview } from './summary/overview.dto.js';

/** How the service does, in numbers: never a name, an address or a word of anybody. */
export class AdminOverviewView {
  at!: Instant;
  /** A part is null while its service does not answer. */
  people!: PeopleOverview | null;
  talk!: TalkOverview | null;
  learning!: LearningOverview | null;
  money!: MoneyOverview | null;
}
