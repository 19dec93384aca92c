import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { billingRpc, type DoneView } from '@saathi/contracts';
import { RpcClient } from '@saathi/messaging';
import { Answers } from '../http/answers.decorator.js';
import { Public } from '../http/public.decorator.js';
import { RAW_BODY } from '../http/request-body.js';

@Controller('v1/webhooks')
export class CashfreeWebhookController {
  constructor(private readonly rpc: RpcClient) {}

  /** Takes an event of the payment provider: the bytes as they came, since those are what was signed. */
  @Public()
  @Post('cashfree')
  @HttpCode(200)
  @RouteConfig(RAW_BODY)
  @Answers(billingRpc.acceptWebhook)
  acceptWebhook(
    @Body() body: Buffer | undefined,
    @Headers() headers: Record<string, string | undefined>,
  ): Promise<DoneView> {
    return this.rpc.call(billingRpc.acceptWebhook, {
      raw_body_base64: (body ?? Buffer.alloc(0)).toString('base64'),
      signature: shorten(headers['x-webhook-signature']),
      timestamp: shorten(headers['x-webhook-timestamp']),
      version: shorten(headers['x-webhook-version']),
      attempt: shorten(headers['x-webhook-attempt']),
    });
  }
}

const MAX_HEADER = 512;

/** A header that is longer is not Cashfree's; what is left of it will not verify. */
const shorten = (value: string | undefined): string | null => value?.slice(0, MAX_HEADER) ?? null;
