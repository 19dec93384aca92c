import { EVOLVABLE_PATHS, LoveLanguage, MemoryKind } from '@saathi/contracts';
import { PERSONA_OPS } from './extraction.js';

const object = (properties: Record<string, object>): object => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

const item = (value: object): object =>
  object({
    value,
    evidence: { type: 'array', items: { type: 'string' }, description: "Ids of the person's own messages." },
    quote: { type: 'string', description: 'Words of one of these messages, letter by letter.' },
  });

const text = (description: string): object => item({ type: 'string', description });
const list = (description: string): object => ({ type: 'array', items: text(description) });

/** The shape the model must answer in; the same as `Extraction`, as JSON Schema for strict mode. */
export const extractionSchema: Record<string, unknown> = {
  ...object({
    partner_type_one_liner: text(
      'One sentence on the kind of partner who suits this person; "" if nothing was said.',
    ),
    top_3_traits_you_value: list('A trait the person values in others, one to three words.'),
    what_you_might_work_on: list('Something the person might work on, a short phrase.'),
    next_time_focus: list('An open topic to come back to, a short phrase; three at most.'),
    love_language_guess: item({ type: 'string', enum: Object.values(LoveLanguage) }),
    communication_fit: text(
      'One sentence on how this person likes to be talked with; "" if it does not show.',
    ),
    memories: {
      type: 'array',
      items: object({
        kind: { type: 'string', enum: Object.values(MemoryKind) },
        value: {
          type: 'string',
          description: 'One lasting fact of the life of the person, in one short sentence of their language.',
        },
        evidence: {
          type: 'array',
          items: { type: 'string' },
          description: "Ids of the person's own messages.",
        },
        quote: { type: 'string', description: 'Words of one of these messages, letter by letter.' },
      }),
    },
    persona_ops: {
      type: 'array',
      items: object({
        op: { type: 'string', enum: PERSONA_OPS },
        path: { type: 'string', enum: EVOLVABLE_PATHS },
        amount: { type: 'number', description: 'For nudge: -0.1 to 0.1. Otherwise 0.' },
        text: {
          type: 'string',
          description: 'For add, remove and set: at most 120 characters. Otherwise "".',
        },
      }),
    },
  }),
};
