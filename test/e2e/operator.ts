import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { ask, readCode, type Answer } from './person.js';
import type { Stack } from './stack.js';

/** Runs the command that decides who is an operator, as whoever runs the service does. */
export const decide = async (stack: Stack, verb: 'add' | 'remove' | 'list', email = ''): Promise<string> => {
  const args = ['tools/operator.mjs', verb, ...(email === '' ? [] : [email])];
  const env = { ...process.env, DATABASE_URL: stack.database.url };
  return (await promisify(execFile)(process.execPath, args, { env })).stdout.trim();
};

/** Somebody who looks after the service, through its door. */
export class Operator {
  private constructor(
    private readonly stack: Stack,
    readonly email: string,
    readonly token: string,
  ) {}

  static async join(stack: Stack): Promise<Operator> {
    const email = `${randomUUID()}@example.com`;
    await decide(stack, 'add', email);
    return Operator.signIn(stack, email);
  }

  static async signIn(stack: Stack, email: string): Promise<Operator> {
    const { body } = await ask(stack, 'POST', '/v1/admin/auth/otp/request', { email, locale: 'en-IN' });
    const { challenge_id } = body;
    const otp = await readCode(stack, email);
    const verified = await ask(stack, 'POST', '/v1/admin/auth/otp/verify', { challenge_id, otp });
    return new Operator(stack, email, verified.body.access_token);
  }

  get(path: string): Promise<Answer> {
    return this.ask('GET', path);
  }

  post(path: string, body?: unknown): Promise<Answer> {
    return this.ask('POST', path, body);
  }

  private ask(method: string, path: string, body?: unknown): Promise<Answer> {
    return ask(this.stack, method, path, body, { authorization: `Bearer ${this.token}` });
  }
}
