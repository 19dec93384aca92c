import {
  authRpc,
  Gender,
  type ChallengeView,
  type ProfileRequiredView,
  type RegisterBody,
  type SignedInView,
} from '@saathi/contracts';
import type { RpcClient } from '@saathi/messaging';
import { randomInt, randomUUID } from 'node:crypto';

/** A mail as the inbox page of the mail stand-in lists it. */
interface ListedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Somebody at the sign-in screen, with a mailbox and an address on the internet of their own. */
export class Visitor {
  readonly client_ip = `10.${String(randomInt(256))}.${String(randomInt(256))}.${String(randomInt(256))}`;

  constructor(
    private readonly rpc: RpcClient,
    /** Of the mail stand-in. */
    private readonly inboxUrl: string,
    readonly email = `${randomUUID()}@example.com`,
  ) {}

  ask(locale?: string, client_ip = this.client_ip): Promise<ChallengeView> {
    const wish = locale === undefined ? {} : { locale };
    const origin = { ...this.origin, client_ip };
    return this.rpc.call(authRpc.requestOtp, { email: this.email, origin, ...wish });
  }

  /** @returns oldest first */
  async mails(): Promise<ListedMail[]> {
    const answer = await fetch(`${this.inboxUrl}/api/messages?to=${encodeURIComponent(this.email)}`);
    const list: unknown = await answer.json();
    if (!isMailList(list)) throw new Error('the inbox did not answer with a list');
    return list.items.toReversed();
  }

  /** @returns the code of the mail with this place in the mailbox; an error while it has not come */
  async code(place = 0): Promise<string> {
    const mail = (await this.mails())[place];
    if (mail === undefined) throw new Error('no such mail yet');
    return /(?<!\d)\d{6,8}(?!\d)/.exec(mail.text)?.[0] ?? '';
  }

  async verify(challenge_id: string, otp: string): Promise<SignedInView | ProfileRequiredView> {
    return (await this.rpc.call(authRpc.verifyOtp, { challenge_id, otp, origin: this.origin })).result;
  }

  register(registration_token: string, changes: Partial<RegisterBody> = {}): Promise<SignedInView> {
    return this.rpc.call(authRpc.register, {
      registration_token,
      name: 'Asha',
      gender: Gender.Female,
      is_adult: true,
      accepted_terms: true,
      origin: this.origin,
      ...changes,
    });
  }

  private get origin(): { client_ip: string; user_agent: string } {
    return { client_ip: this.client_ip, user_agent: 'test' };
  }
}

const isMailList = (value: unknown): value is { items: ListedMail[] } =>
  typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items);

/** A code that is surely not the right one. */
export const wrong = (code: string): string =>
  code.replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
