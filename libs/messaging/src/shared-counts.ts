import { Injectable } from '@nestjs/common';
import {
  DiscardPolicy,
  jetstream,
  JetStreamApiCodes,
  JetStreamApiError,
  jetstreamManager,
  StorageType,
  type JetStreamClient,
} from '@nats-io/jetstream';
import { nanos, RequestError } from '@nats-io/transport-node';
import { NatsLink } from './nats-link.js';
import { COUNT_STREAM, countSubject } from './subjects.js';
import { withPatience } from './patience.js';

const MAX_AGE_MS = 120_000;
/** Room for some hundred thousand keys; the oldest make way. */
const MAX_BYTES = 64 * 1024 * 1024;
const REQUEST_LIMIT_MS = 2000;

/** A number that holds until a moment. */
export interface Count {
  readonly count: number;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** A count as it is kept. */
export interface KeptCount extends Count {
  /** Rises with every change of any count; begins anew only when the broker lost what it had. */
  readonly revision: number;
}

/** Small numbers that all replicas see and change, kept in the broker's memory for two minutes. */
@Injectable()
export class SharedCounts {
  private readonly stream: JetStreamClient;
  private making: Promise<void> | undefined;

  constructor(private readonly link: NatsLink) {
    this.stream = jetstream(link.connection);
  }

  /**
   * The count under a key, or undefined.
   * @throws when the broker does not answer in time
   */
  async read(key: string): Promise<KeptCount | undefined> {
    return await withPatience(this.fetch(key));
  }

  /**
   * Puts another count in place of the one that had `revision`, or of none when that is 0.
   * @returns its revision; undefined when somebody else was quicker
   * @throws when the broker does not answer in time
   */
  async replace(key: string, revision: number, count: Count): Promise<number | undefined> {
    return await withPatience(
      this.publish(key, revision, count).catch(async (error: unknown) => {
        // Nobody takes the message: the broker is new, or has lost what it had.
        if (!isUntaken(error)) throw error;
        await (this.making ??= this.makeStream().finally(() => (this.making = undefined)));
        return await this.publish(key, revision, count);
      }),
    );
  }

  private async fetch(key: string): Promise<KeptCount | undefined> {
    const manager = await jetstreamManager(this.link.requireUp(), { checkAPI: false });
    const kept = await manager.direct.getMessage(COUNT_STREAM, { last_by_subj: countSubject(key) });
    return kept === null ? undefined : { ...kept.json<Count>(), revision: kept.seq };
  }

  private async publish(key: string, revision: number, count: Count): Promise<number | undefined> {
    this.link.requireUp();
    try {
      const { seq } = await this.stream.publish(countSubject(key), JSON.stringify(count), {
        expect: { lastSubjectSequence: revision },
        timeout: REQUEST_LIMIT_MS,
      });
      return seq;
    } catch (error) {
      if (isOvertaken(error)) return undefined;
      throw error;
    }
  }

  private async makeStream(): Promise<void> {
    const { streams } = await jetstreamManager(this.link.requireUp(), { checkAPI: false });
    const wanted = {
      subjects: [countSubject('*')],
      max_age: nanos(MAX_AGE_MS),
      max_bytes: MAX_BYTES,
      max_msgs_per_subject: 1,
      discard: DiscardPolicy.Old,
      allow_direct: true,
    };
    const update = (): Promise<unknown> => streams.update(COUNT_STREAM, wanted);
    const add = (): Promise<unknown> =>
      streams.add({ name: COUNT_STREAM, storage: StorageType.Memory, ...wanted });
    // Another replica may make it between the two; then there is one to bring up to date.
    await update().catch(() => add().catch(update));
  }
}

const OVERTAKEN: ReadonlySet<number> = new Set([
  JetStreamApiCodes.StreamWrongLastSequence,
  JetStreamApiCodes.StreamWrongLastSequenceUnknown,
]);

const isOvertaken = (error: unknown): boolean =>
  error instanceof JetStreamApiError && OVERTAKEN.has(error.code);

const isUntaken = (error: unknown): boolean =>
  error instanceof Error && error.cause instanceof RequestError && error.cause.isNoResponders();
