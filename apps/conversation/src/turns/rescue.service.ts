import { Injectable, Logger } from '@nestjs/common';
import {
  DomainError,
  MessageRole,
  type DoneFrame,
  type RescuedReplyView,
  type RescueReplyRequest,
} from '@saathi/contracts';
import { toMessageView } from '../messages/message-row.js';
import { screen } from '../safety/screen.js';
import { AdmissionsService } from './admissions.service.js';
import { longerText } from './longer-text.js';
import { ReplyMaker } from './reply-maker.js';
import { doneFrame } from './reply-frames.js';
import { RunningTurns } from './running-turns.js';
import { SurvivalRepository } from './survival.repository.js';
import type { MessageInJson, TurnStanding } from './survival.sql.js';

/** A turn is made by this many processes at most, one after the other. */
const MAX_ATTEMPTS = 2;
/** Whoever waits for a reply knows how much of it was shown, and so may come first. */
const GRACE_SECONDS = 2;

/** What becomes of a reply whose process is gone. */
@Injectable()
export class RescueService {
  private readonly log = new Logger(RescueService.name);

  constructor(
    private readonly survival: SurvivalRepository,
    private readonly running: RunningTurns,
    private readonly maker: ReplyMaker,
    private readonly admissions: AdmissionsService,
  ) {}

  /**
   * Says how a reply stands. One that nobody makes any more is closed with what was said of it, or made
   * again here if that was nothing.
   * @throws DomainError `not_found` when the person has no such reply
   */
  async rescue({ user_id, reply_id, heard }: RescueReplyRequest): Promise<RescuedReplyView> {
    const turn = await this.survival.findStanding(user_id, reply_id);
    if (turn === undefined) throw new DomainError('not_found');
    if (turn.state !== 'running')
      return { state: turn.state, attempt: turn.attempt, done: this.doneOf(turn, turn.reply) };
    const { attempt } = turn;
    if (!turn.abandoned || this.running.holds(reply_id)) return { state: 'running', attempt, done: null };
    const held = { reply_id, attempt };
    const text = longerText(turn.text_so_far, heard ?? '');
    this.log.warn('a reply lost its process', { reply_id, characters: text.length });
    if (text.trim() !== '') {
      const stored = await this.survival.closePartial(held, text);
      if (stored === undefined) return { state: 'running', attempt, done: null };
      const { id: _said, created_at: _at, ...said } = turn.said;
      const reply = { ...said, id: reply_id, role: MessageRole.Ai, text, ...stored };
      return { state: 'partial', attempt, done: doneFrame(toMessageView(reply), this.leftAfter(turn)).data };
    }
    if (attempt < MAX_ATTEMPTS && (await this.makeAgain(reply_id, turn)))
      return { state: 'running', attempt: attempt + 1, done: null };
    await this.survival.closeEmpty(held);
    return { state: 'failed', attempt, done: null };
  }

  /** Takes care of replies that nobody makes and nobody waits for. */
  async rescueAbandoned(): Promise<void> {
    for (const turn of await this.survival.findAbandoned(GRACE_SECONDS))
      await this.rescue({ ...turn, heard: null });
  }

  /** @returns whether it is made by this process now */
  private async makeAgain(reply_id: string, turn: TurnStanding): Promise<boolean> {
    const context = await this.survival.takeOver({ reply_id, attempt: turn.attempt });
    if (context === undefined) return false;
    void this.maker.speakUnheard({
      reply_id,
      attempt: turn.attempt + 1,
      messages_left: this.leftAfter(turn),
      occasion: {
        user_id: turn.said.user_id,
        message: viewOf(turn.said),
        screening: screen(turn.said.text),
        context,
        disclose: false,
      },
    });
    return true;
  }

  private doneOf(turn: TurnStanding, reply: MessageInJson | null): DoneFrame | null {
    return reply === null ? null : doneFrame(viewOf(reply), this.leftAfter(turn)).data;
  }

  private leftAfter({ premium, used }: TurnStanding): number | null {
    return this.admissions.leftOf(premium, used);
  }
}

const viewOf = (message: MessageInJson): ReturnType<typeof toMessageView> =>
  toMessageView({ ...message, created_at: new Date(message.created_at) });
