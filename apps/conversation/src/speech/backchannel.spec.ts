import { describe, expect, it } from '@jest/globals';
import { isBackchannel, isCommand } from './backchannel.js';

describe('what is said while the other speaks', () => {
  it.each([
    'हाँ',
    'हां।',
    'हम्म्म',
    'ठीक है',
    'जी हाँ',
    'haaan',
    'Accha',
    'theek hai',
    'Hmmm…',
    'uh-huh',
    'OK.',
    'Yeah, right',
  ])('lets the other go on: %s', (text) => {
    expect(isBackchannel(text)).toBe(true);
    expect(isCommand(text)).toBe(false);
  });

  it.each(['रुको मत', 'Don’t stop', 'mat ruko'])('lets the other go on where it asks for it: %s', (text) => {
    expect(isBackchannel(text)).toBe(true);
    expect(isCommand(text)).toBe(false);
  });

  it.each([
    'रुको',
    'रुको मुझे कुछ कहना है',
    'सुनो ना',
    'नहीं',
    'ok stop',
    'Wait!',
    'nahi yaar',
    'suno',
    'hold on a bit',
    'stoppp',
  ])('tells the other to be silent: %s', (text) => {
    expect(isCommand(text)).toBe(true);
    expect(isBackchannel(text)).toBe(false);
  });

  it.each(['', '…', 'हाँ मैं आज', 'haan theek hai phir', 'my day was long', 'हम', 'know'])(
    'is neither, and left to the turn: %s',
    (text) => {
      expect(isBackchannel(text)).toBe(false);
      expect(isCommand(text)).toBe(false);
    },
  );
});
