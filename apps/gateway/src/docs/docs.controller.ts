import { Controller, Get, Header } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Public } from '../http/public.decorator.js';

// Written by `npm run docs:openapi`. Every process is started in the folder of the checkout.
const DOCUMENT = resolve('docs/openapi.json');
const YEAR_SECONDS = 31_536_000;

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Saathi API</title>
    <link rel="stylesheet" href="/docs/assets/swagger-ui.css" />
    <link rel="icon" href="/docs/assets/favicon-32x32.png" />
  </head>
  <body>
    <div id="api"></div>
    <script src="/docs/assets/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>`;

const START = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#api', deepLinking: true });`;

/** The page's own scripts and nothing from elsewhere; the viewer sets styles of its own on elements. */
const CSP =
  "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'";

/** The API document, and a page to read and try it. */
@Public()
@Controller()
export class DocsController {
  private readonly document = readFileSync(DOCUMENT, 'utf8');

  @Get('openapi.json')
  @Header('content-type', 'application/json; charset=utf-8')
  openapi(): string {
    return this.document;
  }

  @Get('docs')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', CSP)
  page(): string {
    return PAGE;
  }

  @Get('docs/start.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', `public, max-age=${String(YEAR_SECONDS)}`)
  start(): string {
    return START;
  }
}
