import { Injectable } from '@nestjs/common';
import { plansAt, type PlanView, type SendMessageRequest } from '@saathi/contracts';
import { createHash } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { ConversationConfig } from '../conversation.config.js';
import { NOTHING_RECALLED, type RecalledLines } from '../memory/recall.js';
import { Recall } from '../memory/recall.service.js';
import { isCrisis, screen, type Screening } from '../safety/screen.js';
import { SecondOpinion } from '../safety/second-opinion.js';
import { refusalOf } from './refusal.js';
import { TurnsRepository, type Utterance } from './turns.repository.js';
import type { Admission } from './turns.sql.js';

/** A message that was let in, or is known already. */
export interface Admitted {
  readonly message_id: string;
  readonly reply_id: string;
  readonly admission: Admission;
  readonly screening: Screening;
  /** What is remembered of other days. */
  readonly recalled: Promise<RecalledLines>;
}

/** Who may say something. */
@Injectable()
export class AdmissionsService {
  private readonly plans: readonly PlanView[];

  constructor(
    private readonly turns: TurnsRepository,
    private readonly opinions: SecondOpinion,
    private readonly recall: Recall,
    private readonly config: ConversationConfig,
  ) {
    this.plans = plansAt({ daily: config.PLAN_DAILY_AMOUNT, weekly: config.PLAN_WEEKLY_AMOUNT });
  }

  /** Stores a message, if it may be said. @throws DomainError why not */
  async admit(request: SendMessageRequest): Promise<Admitted> {
    const ids = { message_id: newId(), reply_id: newId() };
    const screening = screen(request.text);
    const { inquiry, linesOf } = this.recall.besideAdmission(
      request.user_id,
      request.session_id,
      request.text,
    );
    const admission = await this.turns.admit(this.utterance(request, ids, screening), inquiry);
    const refusal = refusalOf(admission, this.config.FREE_MESSAGES, this.plans);
    if (refusal === undefined)
      return { ...ids, admission, screening, recalled: linesOf(admission.recollection, admission.name) };
    if (refusal.code !== 'paywall_messages') throw refusal;
    // Nobody in danger is refused for want of a pass: what the lexicon does not know is read again.
    const opinion = await this.opinions.ask({ text: request.text, screening }, () => undefined);
    if (opinion === undefined || !isCrisis(opinion.level)) throw refusal;
    const inDanger = { ...screening, level: opinion.level };
    return {
      ...ids,
      admission: await this.admitInDanger(request, ids, inDanger),
      screening: inDanger,
      // Nobody in danger is reminded of other days.
      recalled: Promise.resolve(NOTHING_RECALLED),
    };
  }

  /** What is left of the free messages; null while a pass runs. */
  leftOf(premium: boolean, used: number): number | null {
    return premium ? null : Math.max(0, this.config.FREE_MESSAGES - used);
  }

  private async admitInDanger(
    request: SendMessageRequest,
    ids: { readonly message_id: string; readonly reply_id: string },
    screening: Screening,
  ): Promise<Admission> {
    const admission = await this.turns.admit(this.utterance(request, ids, screening), undefined);
    const refusal = refusalOf(admission, this.config.FREE_MESSAGES, this.plans);
    if (refusal !== undefined) throw refusal;
    return admission;
  }

  private utterance(
    request: SendMessageRequest,
    ids: { readonly message_id: string; readonly reply_id: string },
    { level }: Screening,
  ): Utterance {
    const { user_id, session_id, text, tag, idempotency_key = null } = request;
    return {
      ...ids,
      user_id,
      session_id,
      text,
      tag,
      free_messages: this.config.FREE_MESSAGES,
      idempotency_key,
      request_hash: hashOf(request),
      danger: isCrisis(level) ? level : null,
    };
  }
}

const hashOf = ({ session_id, text, tag }: SendMessageRequest): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([session_id, text, tag]))
    .digest();
