import type { Exchange } from '../../http-server.js';
import { readJsonObject } from '../../http-server.js';
import { isObject, listAt, objectAt, textAt, type JsonObject } from '../../json-value.js';
import { invalidRequest } from '../../openai-errors.js';
import type { ChatMessage } from '../talk/conversation.js';

/** The parts of a chat completion request that the stand-in heeds. */
export interface ChatRequest {
  readonly messages: readonly ChatMessage[];
  readonly stream: boolean;
  readonly include_usage: boolean;
  /** From `response_format`, when it asks for a JSON schema. */
  readonly schema: { readonly name: string; readonly definition: JsonObject } | undefined;
}

/** @throws HttpError 400 in OpenAI's shape */
export const readChatRequest = (exchange: Exchange): ChatRequest => {
  const body = readJsonObject(exchange);
  if (!textAt(body, 'model')) throw invalidRequest('You must provide a model parameter.', 'model');
  const messages = listAt(body, 'messages').map(readMessage);
  if (messages.length === 0) {
    throw invalidRequest("Invalid 'messages': expected a non-empty array.", 'messages');
  }
  return {
    messages,
    stream: body.stream === true,
    include_usage: objectAt(body, 'stream_options').include_usage === true,
    schema: readSchema(objectAt(body, 'response_format')),
  };
};

const readMessage = (message: unknown, index: number): ChatMessage => {
  const role = isObject(message) ? textAt(message, 'role') : undefined;
  if (!isObject(message) || role === undefined) {
    throw invalidRequest('Every message needs a role.', `messages[${String(index)}].role`);
  }
  return { role, text: readContent(message) };
};

/** Content is a text or a list of parts of which some are texts. */
const readContent = (message: JsonObject): string =>
  textAt(message, 'content') ??
  listAt(message, 'content')
    .map((part) => (isObject(part) ? (textAt(part, 'text') ?? '') : ''))
    .join('');

const readSchema = (format: JsonObject): ChatRequest['schema'] => {
  if (format.type !== 'json_schema') return undefined;
  const schema = objectAt(format, 'json_schema');
  const name = textAt(schema, 'name');
  if (name === undefined) {
    throw invalidRequest('A name is required.', 'response_format.json_schema.name');
  }
  return { name, definition: objectAt(schema, 'schema') };
};
