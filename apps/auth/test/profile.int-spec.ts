import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { authRpc, type UpdateProfileBody, type UserView } from '@saathi/contracts';
import { create, TestDatabase, TestNats } from '@saathi/testing';
import { startAuth, type RunningAuth } from './running-auth.js';

let database: TestDatabase;
let nats: TestNats;
let auth: RunningAuth;

beforeAll(async () => {
  [database, nats] = await Promise.all([TestDatabase.create(), TestNats.start()]);
  auth = await startAuth({
    ...database.environmentOf('auth'),
    ...nats.environmentOf('auth'),
    SMTP_URL: 'smtp://127.0.0.1:1',
  });
});

afterAll(async () => {
  await auth.stop();
  await Promise.all([database.drop(), nats.stop()]);
});

const change = (user_id: string, body: UpdateProfileBody): Promise<UserView> =>
  auth.rpc.call(authRpc.updateProfile, { ...body, user_id });

describe('a profile', () => {
  it('is shown with what the person may see', async () => {
    const { id, email } = await create.user(database, { name: 'रवि' });
    const profile = await auth.rpc.call(authRpc.getProfile, { user_id: id });
    expect(profile).toEqual({
      id,
      email,
      name: 'रवि',
      phone_number: null,
      gender: 'female',
      persona: 'sweet_supportive',
      premium_user: false,
      locale: 'hi-IN',
      registration_date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    });
  });

  it('of nobody is not found', async () => {
    const user_id = crypto.randomUUID();
    await expect(auth.rpc.call(authRpc.getProfile, { user_id })).rejects.toMatchObject({ code: 'not_found' });
    await expect(change(user_id, { name: 'Asha' })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('changing a profile', () => {
  it.each<[string, UpdateProfileBody]>([
    ['the name', { name: 'आशा 👩‍👧' }],
    ['the phone number', { phone_number: '9876543210' }],
    ['the gender', { gender: 'prefer_not_to_say' }],
    ['the language', { locale: 'en-IN' }],
    ['the companion', { persona: 'calm_mature' }],
  ])('changes %s and nothing else', async (_what, body) => {
    const { id } = await create.user(database);
    const before = await auth.rpc.call(authRpc.getProfile, { user_id: id });
    expect(await change(id, body)).toEqual({ ...before, ...body });
  });

  it('takes the phone number away by null', async () => {
    const { id } = await create.user(database);
    await change(id, { phone_number: '+919876543210' });
    expect(await change(id, { phone_number: null })).toMatchObject({ phone_number: null });
  });

  it.each(['name', 'gender', 'locale', 'persona'])('refuses null for the %s', async (field) => {
    const { id } = await create.user(database);
    await expect(change(id, { [field]: null })).rejects.toMatchObject({
      code: 'validation_failed',
      extras: { errors: [{ path: field }] },
    });
  });

  it('changes nothing when nothing is given', async () => {
    const { id } = await create.user(database);
    expect(await change(id, {})).toMatchObject({ id, name: 'Asha' });
  });

  it('keeps a name without the spaces around it, as registering does', async () => {
    const { id } = await create.user(database);
    expect(await change(id, { name: '  Asha Rao ' })).toMatchObject({ name: 'Asha Rao' });
  });

  it('cannot make somebody premium', async () => {
    const { id } = await create.user(database);
    const greedy = { name: 'Asha', premium_user: true, email: 'other@example.com' };
    expect(await change(id, greedy)).toMatchObject({ premium_user: false });
  });
});
