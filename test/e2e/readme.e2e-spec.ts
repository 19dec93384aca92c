import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { Stack } from './stack.js';

const [, evening = ''] =
  /<!-- evening -->([^]*)<!-- \/evening -->/.exec(readFileSync('README.md', 'utf8')) ?? [];
const blocks = [...evening.matchAll(/```sh\n([^]*?)```/g)].map(([, block = '']) => block);

let stack: Stack;

beforeAll(async () => {
  stack = await Stack.start();
}, 90_000);

afterAll(() => stack.stop(), 30_000);

describe('the evening of the README', () => {
  it('carries a new person from the first code to a streamed answer after payment, line by line', async () => {
    const marked = blocks.map((block, index) => `echo "<block ${String(index)}>"\n${block}\necho`);
    const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', marked.join('\n')], {
      env: { ...process.env, TOKEN: '', API: stack.url, INBOX: stack.inbox },
    });
    const [, , signIn = '', talk = '', learned = '', limit = '', goOn = ''] = stdout.split(/<block \d>\n/);
    expect(JSON.parse(signIn)).toMatchObject({ name: 'Asha', persona: 'sweet_supportive' });
    expect(talk).toMatch(/event: message[^]*event: delta[^]*event: done/);
    expect(learned).toMatch(/"confidence_score":\d/);
    expect(learned).toMatch(/"revision":1/);
    expect(limit).toContain('"code":"paywall_messages"');
    expect(goOn).toMatch(/event: message[^]*event: done/);
    expect(goOn).toContain('"messages_left":null');
  }, 90_000);
});
