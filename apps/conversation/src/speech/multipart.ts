import { randomUUID } from 'node:crypto';
import type { ModelRequest } from '../companion/model-connection.js';

/** A form with one file, as a model is sent it. */
export const formRequest = (
  fields: Readonly<Record<string, string>>,
  file: { readonly name: string; readonly type: string; readonly bytes: Buffer },
): ModelRequest => {
  const boundary = randomUUID();
  const part = (disposition: string): string =>
    `--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n`;
  const texts = Object.entries(fields).map(([name, value]) => `${part(`name="${name}"`)}\r\n${value}\r\n`);
  const before = `${texts.join('')}${part(`name="file"; filename="${file.name}"`)}content-type: ${file.type}\r\n\r\n`;
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    bytes: Buffer.concat([Buffer.from(before), file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
};
