import { Injectable } from '@nestjs/common';
import { pageOf, type ActorPageRequest, type SummaryVersionPage } from '@saathi/contracts';
import { VersionsRepository } from './versions.repository.js';

/** How the summary came to be what it is. */
@Injectable()
export class VersionsService {
  constructor(private readonly versions: VersionsRepository) {}

  /** The newest first. */
  async list(request: ActorPageRequest): Promise<SummaryVersionPage> {
    return pageOf(
      await this.versions.list(request),
      request.limit,
      ({ version, doc, diff, cause, cause_session_id, created_at }) => ({
        version,
        cause,
        session_id: cause_session_id,
        diff,
        partner_type_one_liner: doc.partner_type_one_liner,
        top_3_traits_you_value: listOf(doc.top_3_traits_you_value),
        what_you_might_work_on: listOf(doc.what_you_might_work_on),
        next_time_focus: listOf(doc.next_time_focus),
        love_language_guess: doc.love_language_guess,
        communication_fit: doc.communication_fit,
        confidence_score: doc.confidence_score,
        created_at: created_at.toISOString(),
      }),
      // States of one person are made one after the other: the instant alone names the place.
      ({ created_at_text }) => ({ at: created_at_text, id: request.user_id }),
    );
  }
}

const listOf = (values: readonly string[] | null): string[] | null => (values === null ? null : [...values]);
