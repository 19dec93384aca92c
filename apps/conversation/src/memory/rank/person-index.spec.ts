import { describe, expect, it } from '@jest/globals';
import { MessageRole } from '@saathi/contracts';
import { PersonIndex } from './person-index.js';

const indexOf = (...sessions: string[]): PersonIndex => {
  const index = new PersonIndex();
  for (const [at, session_id] of sessions.entries())
    index.add({ id: String(at), session_id, role: MessageRole.User, norm: 'din', at });
  return index;
};

describe('the newest line beside a session', () => {
  it.each([
    ['another one', ['a', 'b', 'a', 'a'], 'b', '3'],
    ['the one that goes on', ['a', 'b', 'b', 'a', 'a'], 'a', '2'],
    ['one that took turns with it', ['a', 'b', 'a', 'b', 'a'], 'a', '3'],
    ['a new one', ['a', 'b'], 'c', '1'],
    ['the only one', ['a', 'a'], 'a', undefined],
  ])('is found for %s', (_which, sessions, session, id) => {
    expect(indexOf(...sessions).newestBeside(session)?.id).toBe(id);
  });

  it('is none where nothing was said', () => {
    expect(indexOf().newestBeside('a')).toBeUndefined();
  });
});
