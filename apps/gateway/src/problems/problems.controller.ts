import { Controller, Get, Header, Param } from '@nestjs/common';
import { DomainError, errorCatalog, isErrorCode } from '@saathi/contracts';
import { Public } from '../http/public.decorator.js';

@Controller('problems')
export class ProblemsController {
  /** What an error code means: where the `type` of a problem leads. */
  @Public()
  @Get(':code')
  @Header('content-type', 'text/html; charset=utf-8')
  describe(@Param('code') code: string): string {
    if (!isErrorCode(code)) throw new DomainError('not_found');
    const { status, title } = errorCatalog[code];
    return [
      '<!doctype html><html lang="en"><head><meta charset="utf-8">',
      `<title>${code}</title></head><body><h1>${title}</h1>`,
      `<p>Code <code>${code}</code>, HTTP status ${String(status)}.</p></body></html>`,
    ].join('');
  }
}
