import {
  BrokenCircuitError,
  circuitBreaker,
  handleWhen,
  SamplingBreaker,
  type CircuitBreakerPolicy,
} from 'cockatiel';
import { createHmac } from 'node:crypto';
import type { Question } from './companion.js';
import { ModelFailure } from './model-failure.js';
import { ModelAnswer } from './model-answer.js';
import { ModelConnection } from './model-connection.js';

/** Where a model answers. */
export interface EndpointAddress {
  readonly base_url: string;
  readonly api_key: string;
  readonly model: string;
}

/** An answer that has begun: its first words are there. */
export interface BegunAnswer {
  readonly answer: ModelAnswer;
  /** All of it, the first words included. */
  readonly pieces: AsyncIterable<string>;
}

// Half of at least ten calls in twenty seconds failing means that more would only make people wait.
const SAMPLED_MS = 20_000;
const FAILING_SHARE = 0.5;
const LEAST_CALLS_PER_SECOND = 0.5;
const REST_MS = 10_000;

/** One address of a model, asked no further while it is in trouble. */
export class ModelEndpoint {
  private readonly connection: ModelConnection;
  private readonly breaker: CircuitBreakerPolicy;

  constructor(private readonly address: EndpointAddress) {
    this.connection = new ModelConnection(address.base_url, address.api_key);
    this.breaker = circuitBreaker(
      handleWhen((error) => error instanceof ModelFailure && error.kind === 'unreachable'),
      {
        halfOpenAfter: REST_MS,
        breaker: new SamplingBreaker({
          threshold: FAILING_SHARE,
          duration: SAMPLED_MS,
          minimumRps: LEAST_CALLS_PER_SECOND,
        }),
      },
    );
  }

  /**
   * Asks, and waits for the first words.
   * @param over is told of the answer when it is over, however it ended
   * @throws ModelFailure
   */
  async begin(
    question: Question,
    firstWithinMs: number,
    over: (answer: ModelAnswer) => void,
  ): Promise<BegunAnswer> {
    try {
      return await this.breaker.execute(async () => {
        const answer = new ModelAnswer(this.connection, this.address.model, question);
        const pieces = noted(answer.pieces(this.digestOf(question.user_id), firstWithinMs), () => {
          over(answer);
        });
        const first = await pieces.next();
        return { answer, pieces: first.done === true ? pieces : resumed(first.value, pieces) };
      });
    } catch (error) {
      if (error instanceof BrokenCircuitError)
        throw new ModelFailure('refused', 'the model was in trouble a moment ago', undefined, {
          cause: error,
        });
      throw error;
    }
  }

  // Providers want to tell people apart, to act against a single one. They need not know who it is.
  private digestOf(userId: string): string {
    return createHmac('sha256', this.address.api_key).update(userId).digest('base64url');
  }
}

async function* noted(
  pieces: AsyncIterable<string>,
  over: () => void,
): AsyncGenerator<string, void, undefined> {
  try {
    yield* pieces;
  } finally {
    over();
  }
}

async function* resumed(first: string, rest: AsyncIterable<string>): AsyncIterable<string> {
  yield first;
  yield* rest;
}
