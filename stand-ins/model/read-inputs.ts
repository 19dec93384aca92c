import { isObject, listAt, textAt, type JsonObject } from '../json-value.js';
import { invalidRequest } from '../openai-errors.js';

/**
 * The texts of an `input`: one text, a list of texts, or a list of parts with a `text`.
 * @throws HttpError 400 in OpenAI's shape when there is none
 */
export const readInputs = (body: JsonObject): readonly string[] => {
  const text = textAt(body, 'input');
  const texts = text === undefined ? listAt(body, 'input').map(readInput) : [text];
  if (texts.length === 0) throw invalidRequest("Missing required parameter: 'input'.", 'input');
  return texts;
};

const readInput = (input: unknown): string => {
  if (typeof input === 'string') return input;
  return isObject(input) ? (textAt(input, 'text') ?? '') : '';
};
