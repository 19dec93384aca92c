import { apps, facts, type App } from '@saathi/contracts';
import { COUNT_STREAM, countSubject, durableOf, EVENT_STREAM } from '../subjects.js';

const API = '$JS.API';
/** Whoever needs the stream makes it when there is none. */
const FIND_STREAM = [`${API}.STREAM.INFO.${EVENT_STREAM}`, `${API}.STREAM.CREATE.${EVENT_STREAM}`];

/** What it takes to handle events: a durable consumer for each, by its name and its filter. */
export const handlerRights = (app: App): string[] => {
  const handled = facts.filter(({ handledBy }) => handledBy.includes(app));
  if (handled.length === 0) return [];
  return [
    ...FIND_STREAM,
    ...handled.flatMap((fact) => {
      const durable = `${EVENT_STREAM}.${durableOf(app, fact)}`;
      return [
        `${API}.CONSUMER.CREATE.${durable}.${fact.subject}.*`,
        `${API}.CONSUMER.INFO.${durable}`,
        `${API}.CONSUMER.MSG.NEXT.${durable}`,
        `$JS.ACK.${durable}.>`,
      ];
    }),
  ];
};

/** What it takes to forget a person. The broker cannot tell whose events are taken out. */
export const eraserRights = (): string[] => [`${API}.STREAM.PURGE.${EVENT_STREAM}`];

/**
 * What it takes to see every event: passing consumers, whose names are new each time, so that those of
 * the handlers are taken out by name.
 */
export const feedRights = (app: App): { allow: string[]; deny: string[] } => ({
  allow: [
    ...FIND_STREAM,
    `${API}.STREAM.UPDATE.${EVENT_STREAM}`,
    `${API}.CONSUMER.CREATE.${EVENT_STREAM}.*`,
    `${API}.CONSUMER.CREATE.${EVENT_STREAM}.*.event.>`,
    `${API}.CONSUMER.INFO.${EVENT_STREAM}.*`,
    `${API}.CONSUMER.DELETE.${EVENT_STREAM}.*`,
    `${API}.CONSUMER.MSG.NEXT.${EVENT_STREAM}.*`,
  ],
  deny: apps
    .filter((other) => other !== app)
    .flatMap((other) =>
      facts
        .filter(({ handledBy }) => handledBy.includes(other))
        .map((fact) => `${EVENT_STREAM}.${durableOf(other, fact)}`),
    )
    .flatMap((durable) => [
      `${API}.CONSUMER.*.${durable}`,
      `${API}.CONSUMER.CREATE.${durable}.>`,
      `${API}.CONSUMER.MSG.NEXT.${durable}`,
    ]),
});

/** What it takes to keep counts together with the other replicas. */
export const countRights = (): string[] => [
  countSubject('*'),
  `${API}.STREAM.INFO.${COUNT_STREAM}`,
  `${API}.STREAM.CREATE.${COUNT_STREAM}`,
  `${API}.STREAM.UPDATE.${COUNT_STREAM}`,
  `${API}.DIRECT.GET.${COUNT_STREAM}.${countSubject('*')}`,
];
