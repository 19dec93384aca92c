import { SetMetadata } from '@nestjs/common';
import type { Dto, RpcContract, StreamContract } from '@saathi/contracts';

export const ANSWERS = 'saathi:answers';

/** What the API document needs to know of a route besides its types. */
export interface RouteAnswers {
  readonly contract: RpcContract | StreamContract;
  readonly shapes: readonly Dto[];
}

/**
 * Names the call that a route passes on, so that the API document lists the errors of its contract.
 * @param shapes of the answer, where the return type of the method cannot say it
 */
export const Answers = (
  contract: RpcContract | StreamContract,
  ...shapes: Dto[]
): ReturnType<typeof SetMetadata> => SetMetadata(ANSWERS, { contract, shapes } satisfies RouteAnswers);
