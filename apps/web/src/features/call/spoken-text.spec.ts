import { beforeEach, describe, expect, it } from '@jest/globals';
import { SpokenText } from './spoken-text';

let spoken: SpokenText;

beforeEach(() => {
  spoken = new SpokenText();
  spoken.add(1, 0);
  spoken.add(1, 900);
});

describe('what a browser has spoken of a reply', () => {
  it('is nothing before a piece was spoken to its end', () => {
    expect(spoken.heard).toEqual({ rid: 1, ms: 0, done: false });
  });

  it('reaches to where the next piece begins, and to the end once all of it is here', () => {
    spoken.speakOne(1);
    expect(spoken.heard).toEqual({ rid: 1, ms: 900, done: false });
    spoken.speakOne(1);
    expect(spoken.heard).toEqual({ rid: 1, ms: 900, done: false });
    spoken.whole(1, 2100);
    expect(spoken.heard).toEqual({ rid: 1, ms: 2100, done: true });
  });

  it('begins anew with each reply', () => {
    spoken.whole(1, 2100);
    spoken.speakOne(1);
    spoken.speakOne(1);
    spoken.add(2, 0);
    spoken.add(2, 600);
    spoken.speakOne(2);
    expect(spoken.heard).toEqual({ rid: 2, ms: 600, done: false });
  });

  it('does not go on when it was cut off, nor by what is left of an earlier reply', () => {
    spoken.speakOne(1);
    spoken.cut(1);
    spoken.speakOne(1);
    spoken.whole(1, 2100);
    expect(spoken.heard).toEqual({ rid: 1, ms: 900, done: false });
    spoken.add(2, 0);
    spoken.speakOne(1);
    spoken.cut(1);
    spoken.whole(2, 600);
    spoken.speakOne(2);
    expect(spoken.heard).toEqual({ rid: 2, ms: 600, done: true });
  });
});
