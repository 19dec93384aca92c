import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decide, Operator } from './operator.js';
import { Person } from './person.js';
import { Stack } from './stack.js';

let stack: Stack;

beforeAll(async () => {
  stack = await Stack.start();
}, 90_000);

afterAll(() => stack.stop(), 30_000);

describe('somebody who looks after the service', () => {
  it('is made on the command line, signs in with a mailed code and sees numbers', async () => {
    expect(await decide(stack, 'list')).toBe('There is no operator yet');
    const operator = await Operator.join(stack);
    expect(await decide(stack, 'list')).toBe(operator.email);
    expect(await decide(stack, 'add', operator.email.toUpperCase())).toContain('is an operator already');
    const person = await Person.join(stack);
    await person.say(await person.startSession(), 'a word that nobody else may read');
    const { status, body } = await operator.get('/v1/admin/overview');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      people: { people: 1, new_today: 1, active_today: 1 },
      talk: { messages_today: 1, sessions_today: 1 },
      learning: { dead_letters: 0 },
      money: { passes_today: 0, amount_today: '0.00', reviews: 0 },
    });
    const { body: actions } = await operator.get('/v1/admin/actions');
    expect(actions.items.map(({ kind }: { kind: string }) => kind)).toEqual(['signed_in', 'operator_added']);
  });

  it('is nobody among the people, and a person is nobody among operators', async () => {
    const [operator, person] = [await Operator.join(stack), await Person.join(stack)];
    expect((await operator.get('/v1/me')).status).toBe(401);
    expect((await person.get('/v1/admin/overview')).status).toBe(401);
  });

  it('is out at once when removed on the command line', async () => {
    const operator = await Operator.join(stack);
    expect((await operator.get('/v1/admin/me')).status).toBe(200);
    await decide(stack, 'remove', operator.email);
    expect((await operator.get('/v1/admin/me')).status).toBe(401);
  });

  it('is out at once when signed out', async () => {
    const operator = await Operator.join(stack);
    expect((await operator.post('/v1/admin/auth/logout')).status).toBe(204);
    expect((await operator.get('/v1/admin/me')).status).toBe(401);
  });
});
