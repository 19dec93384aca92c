import { Injectable } from '@nestjs/common';
import {
  DomainError,
  events,
  FINDING_FIELDS,
  isLoveLanguage,
  isSentence,
  LABEL_MAX_CHARACTERS,
  textLength,
  type FindingField,
  type RestoreSummaryRequest,
  type SummaryFeedbackRequest,
  type SummaryView,
} from '@saathi/contracts';
import { EventPublisher } from '@saathi/messaging';
import { canonicalLabel } from '../merge/canonical-label.js';
import { readsAsInstruction } from '../merge/reads-as-instruction.js';
import { SummariesService } from '../summaries/summaries.service.js';
import { VersionsRepository } from '../versions/versions.repository.js';
import { FeedbackRepository, type Heard } from './feedback.repository.js';

/** What a person says of their own summary: it beats whatever the sessions say. */
@Injectable()
export class FeedbackService {
  constructor(
    private readonly feedback: FeedbackRepository,
    private readonly versions: VersionsRepository,
    private readonly summaries: SummariesService,
    private readonly events: EventPublisher,
  ) {}

  /** @throws DomainError `validation_failed` for a value that the field cannot hold, `not_found` for nobody */
  async give({ user_id, field, value: said, verdict }: SummaryFeedbackRequest): Promise<SummaryView> {
    const value = said.trim();
    if (verdict === 'pin') requirePinnable(field, value);
    if (canonicalLabel(value) === '') throw unfit('value must hold a letter or a digit');
    return this.answer(
      user_id,
      verdict === 'release'
        ? await this.feedback.release(user_id, { field, value })
        : await this.feedback.hear(user_id, { field, value, verdict }),
    );
  }

  /** Pins what the summary said at that time; the past stays as it was. @throws DomainError `not_found` */
  async restore({ user_id, version }: RestoreSummaryRequest): Promise<SummaryView> {
    const doc = await this.versions.find(user_id, version);
    if (doc === undefined) throw new DomainError('not_found');
    const pins = FINDING_FIELDS.flatMap((field) =>
      [doc[field] ?? []].flat().map((value) => ({ field, value })),
    );
    return this.answer(user_id, await this.feedback.pinAll(user_id, pins.toReversed()));
  }

  private async answer(user_id: string, heard: Heard | undefined): Promise<SummaryView> {
    if (heard === undefined) throw new DomainError('not_found');
    this.events.announce(events.summaryUpdated, { user_id, confidence_score: heard.confidence_score });
    return this.summaries.getSummary(user_id);
  }
}

const requirePinnable = (field: FindingField, value: string): void => {
  if (field === 'love_language_guess' && !isLoveLanguage(value))
    throw unfit('value must be one of words, time, gifts, acts, touch');
  if (!isSentence(field) && textLength(value) > LABEL_MAX_CHARACTERS)
    throw unfit(`value must be text of 1 to ${String(LABEL_MAX_CHARACTERS)} characters`);
  if (readsAsInstruction(value))
    throw unfit('value must say something of you, not tell the companion what to do');
};

const unfit = (message: string): DomainError =>
  new DomainError('validation_failed', 'This cannot stand in your summary. Put it in other words.', {
    errors: [{ path: 'value', message }],
  });
