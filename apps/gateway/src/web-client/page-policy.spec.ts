import { describe, expect, it } from '@jest/globals';
import { pagePolicy } from './page-policy.js';

const directive = (policy: string, name: string): string | undefined =>
  policy.split('; ').find((part) => part.startsWith(`${name} `));

describe('what the page of the client may load', () => {
  it('is ourselves alone while a stand-in plays the payments', () => {
    const policy = pagePolicy('http://localhost:3012/cashfree.js');
    expect(directive(policy, 'script-src')).toBe("script-src 'self'");
    expect(directive(policy, 'connect-src')).toBe("connect-src 'self'");
    expect(policy).not.toContain('localhost');
  });

  it("is Cashfree's script and pages too when that is in use", () => {
    const policy = pagePolicy('https://sdk.cashfree.com/js/v3/cashfree.js');
    expect(directive(policy, 'script-src')).toBe("script-src 'self' https://sdk.cashfree.com");
    expect(directive(policy, 'form-action')).toBe("form-action 'self' https://*.cashfree.com");
  });

  it('is never a script of a host that only sounds like it', () => {
    expect(pagePolicy('https://evilcashfree.com/x.js')).not.toContain('evil');
    expect(pagePolicy('https://cashfree.com.evil.example/x.js')).not.toContain('evil');
  });

  it('has no inline script', () => {
    expect(directive(pagePolicy('https://sdk.cashfree.com/x.js'), 'script-src')).not.toContain('unsafe');
  });
});
