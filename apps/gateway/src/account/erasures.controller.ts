import { Controller, Get, Param } from '@nestjs/common';
import { authRpc, IdParams, type ErasureView } from '@saathi/contracts';
import { RpcClient } from '@saathi/messaging';
import { Answers } from '../http/answers.decorator.js';
import { Public } from '../http/public.decorator.js';

@Controller('v1/erasures')
export class ErasuresController {
  constructor(private readonly rpc: RpcClient) {}

  /** How far a deletion is, by its receipt. Open, since whoever asks has no account any more. */
  @Public()
  @Get(':id')
  @Answers(authRpc.getErasure)
  getErasure(@Param() { id }: IdParams): Promise<ErasureView> {
    return this.rpc.call(authRpc.getErasure, { id });
  }
}
