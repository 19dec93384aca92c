import { describe, expect, it } from '@jest/globals';
import { EventCutter } from './server-events';

const STREAM = 'id: 1\nevent: message\ndata: {"a":1}\n\n:\n\nid: 2\nevent: delta\ndata: {"text":"साथी "}\n\n';
const EVENTS = [
  { id: 1, event: 'message', data: { a: 1 } },
  { id: 2, event: 'delta', data: { text: 'साथी ' } },
];

describe('events of a stream', () => {
  it('are the same wherever the pieces end', () => {
    for (let at = 0; at <= STREAM.length; at += 1) {
      const cutter = new EventCutter();
      expect([...cutter.push(STREAM.slice(0, at)), ...cutter.push(STREAM.slice(at))]).toEqual(EVENTS);
    }
  });

  it('are read one character at a time as well', () => {
    const cutter = new EventCutter();
    expect([...STREAM].flatMap((character) => cutter.push(character))).toEqual(EVENTS);
  });

  it('understand lines that end in CR LF, and data of several lines', () => {
    expect(new EventCutter().push('id: 3\r\nevent: delta\r\ndata: {"text":\r\ndata: "a"}\r\n\r\n')).toEqual([
      { id: 3, event: 'delta', data: { text: 'a' } },
    ]);
  });

  it('leave out comments and bare retry lines, and wait for the end of what is not whole', () => {
    const cutter = new EventCutter();
    expect(cutter.push(':\n\nretry: 1000\n\nid: 4\nevent: delta\ndata: {"text":"a"}\n')).toEqual([]);
    expect(cutter.push('\n')).toHaveLength(1);
  });
});
