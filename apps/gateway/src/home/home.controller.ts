import { Controller, Get, Header } from '@nestjs/common';
import { Public } from '../http/public.decorator.js';

const PAGE = `<!doctype html>
<html lang="hi">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>साथी · Saathi</title>
    <style>
      body { font: 18px/1.6 system-ui, sans-serif; max-width: 34em; margin: 12vh auto; padding: 0 1.5em; color: #2b2430; background: #fdf8f4; }
      h1 { font-weight: 600; margin-bottom: 0; }
      a { color: #9b3d5b; }
      @media (prefers-color-scheme: dark) { body { color: #efe6ea; background: #1d1820; } a { color: #f2a6bd; } }
    </style>
  </head>
  <body>
    <h1>साथी</h1>
    <p>आपका साथी चल रहा है। <span lang="en">Saathi is running.</span></p>
    <p lang="en"><a href="/docs">The API</a>, to read and to try · <a href="/openapi.json">OpenAPI document</a></p>
  </body>
</html>`;

/** Where a browser arrives. */
@Public()
@Controller()
export class HomeController {
  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
  home(): string {
    return PAGE;
  }
}
