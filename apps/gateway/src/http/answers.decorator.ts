import { SetMetadata } from '@nestjs/common';
import type { RpcContract, StreamContract } from '@saathi/contracts';

export const ANSWERS = 'saathi:answers';

/** Names the call that a route passes on, so that the API document lists the errors of its contract. */
export const Answers = (contract: RpcContract | StreamContract): ReturnType<typeof SetMetadata> =>
  SetMetadata(ANSWERS, contract);
