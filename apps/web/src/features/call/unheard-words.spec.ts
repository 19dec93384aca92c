import { describe, expect, it } from '@jest/globals';
import { UnheardWords } from './unheard-words';

describe('words on a call', () => {
  it('are kept in their order until they are stored, whatever the line does', () => {
    const unheard = new UnheardWords();
    const first = unheard.add('मैं थक गई हूँ', true, 'hi-IN');
    const second = unheard.add('सुन रहे हो?', true, 'hi-IN');
    expect(unheard.all).toEqual([first, second]);
    expect(first.id).not.toBe(second.id);
    unheard.note({ type: 'user.final', message_id: String(first.id), text: first.text });
    expect(unheard.all).toEqual([second]);
  });

  it('are not kept while they are still being said', () => {
    const unheard = new UnheardWords();
    expect(unheard.add('मैं', false, 'hi-IN')).toEqual({
      type: 'text',
      text: 'मैं',
      final: false,
      lang: 'hi-IN',
    });
    expect(unheard.all).toEqual([]);
  });
});
