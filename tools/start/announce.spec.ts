import { describe, expect, it } from '@jest/globals';
import { portsFor } from '../ports.mjs';
import { announcement } from './announce.mjs';

const everything = {
  ports: portsFor({}),
  publicUrl: 'http://localhost:3000',
  logs: '.saathi/logs/3000',
  database: '127.0.0.1:3015',
  nats: '127.0.0.1:3016',
  seconds: 4.2,
};

describe('announcement', () => {
  it('says what is played by a stand-in and where the code appears', () => {
    const text = announcement({ ...everything, standIns: ['model', 'voice', 'cashfree', 'mail'] });
    expect(text.match(/stand-in/g)).toHaveLength(4);
    expect(text).toContain('the code appears at http://127.0.0.1:3014');
    expect(text.trim().split('\n').length).toBeLessThanOrEqual(20);
  });

  it('claims no stand-in when there is none', () => {
    expect(announcement({ ...everything, standIns: [] })).not.toContain('stand-in');
  });
});
