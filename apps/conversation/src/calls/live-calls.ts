import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { plansAt, type CallUpFrame, type JoinedCallView, type PlanView } from '@saathi/contracts';
import { callSubject, NatsLink } from '@saathi/messaging';
import { ConversationConfig } from '../conversation.config.js';
import { ReplyWords } from '../turns/reply-words.js';
import { CallSpeech } from './audio/call-speech.js';
import { CallsRepository } from './calls.repository.js';
import type { Ended } from './calls.sql.js';
import { LiveCall, type Played } from './live-call.js';

/** A call that this process takes into its hands. */
export interface TakenCall {
  readonly view: JoinedCallView;
  /** The newest reply that the caller knows of. */
  readonly last_rid: number;
  /** The person's language; null where they have chosen none. */
  readonly locale: string | null;
  readonly onEnded: (ended: Ended) => void;
}

/** The calls in the hands of this process, and the lines that their frames travel on. */
@Injectable()
export class LiveCalls implements BeforeApplicationShutdown {
  readonly plans: readonly PlanView[];
  private readonly live = new Map<string, LiveCall>();

  constructor(
    private readonly calls: CallsRepository,
    private readonly words: ReplyWords,
    private readonly link: NatsLink,
    private readonly config: ConversationConfig,
    private readonly speech: CallSpeech,
  ) {
    this.plans = plansAt({ daily: config.PLAN_DAILY_AMOUNT, weekly: config.PLAN_WEEKLY_AMOUNT });
  }

  /** Resolves when it hears what the caller sends. */
  async hold({ view, last_rid, locale, onEnded }: TakenCall): Promise<void> {
    const { call_id, epoch, mode } = view;
    const down = callSubject('down', call_id, epoch);
    const call = new LiveCall(view, last_rid, {
      calls: this.calls,
      words: this.words,
      plans: this.plans,
      freeSeconds: this.config.FREE_CALL_SECONDS,
      language: locale?.startsWith('en') === true ? 'english' : 'hindi',
      speech: mode === 'audio' ? this.speech.open() : undefined,
      send: (frame) => {
        this.publish(down, JSON.stringify(frame));
      },
      sendSound: (bytes) => {
        this.publish(down, bytes);
      },
      onEnded,
      onLeft: () => {
        line.unsubscribe();
        if (this.live.get(call_id) === call) this.live.delete(call_id);
      },
    });
    const line = this.link.subscribe(callSubject('up', call_id, epoch), (message) => {
      call.hear(message.data, () => message.json<CallUpFrame>());
    });
    this.live.set(call_id, call);
    this.tellReplaced(call_id, epoch - 1);
    await this.link.confirm();
  }

  /** Lets a call go that may be here: what was heard is stored first. */
  async leave(callId: string, played: Played): Promise<void> {
    await this.live.get(callId)?.leave(played);
  }

  /** Calls go on elsewhere: what was heard here is stored first. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([...this.live.values()].map((call) => call.leave()));
  }

  /** A socket that still has the call hears that another one does. */
  private tellReplaced(callId: string, epoch: number): void {
    if (epoch > 0) this.publish(callSubject('down', callId, epoch), JSON.stringify({ type: 'replaced' }));
  }

  private publish(subject: string, data: string | Uint8Array): void {
    if (!this.link.connection.isClosed()) this.link.connection.publish(subject, data);
  }
}
