import { Controller, Get, Headers, Res } from '@nestjs/common';
import { authRpc, ExportView } from '@saathi/contracts';
import type { FastifyReply } from 'fastify';
import { accepts } from '../http/accepts.js';
import { Answers } from '../http/answers.decorator.js';
import { CurrentUser, type CurrentUserClaims } from '../http/current-user.decorator.js';
import { ExportService } from './export.service.js';
import { exportPage } from './export-page.js';
import { exportDocument } from './exported-tables.js';

@Controller('v1/me/export')
export class ExportController {
  constructor(private readonly exports: ExportService) {}

  /** Everything stored about the person: one JSON document, or with `Accept: text/html` a page to read. */
  @Get()
  @Answers(authRpc.exportRows, ExportView)
  async export(
    @CurrentUser() user: CurrentUserClaims,
    @Headers('accept') accept: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const gone = new AbortController();
    reply.raw.once('close', () => {
      gone.abort();
    });
    const tables = await this.exports.collect(user, gone.signal);
    const asPage = accepts(accept, 'text/html');
    const now = new Date();
    const name = `saathi-${now.toISOString().slice(0, 10)}.${asPage ? 'html' : 'json'}`;
    await reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="${name}"`)
      .header(
        'content-security-policy',
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      )
      .type(asPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8')
      .send(asPage ? exportPage(tables, now) : exportDocument(tables, now));
  }
}
