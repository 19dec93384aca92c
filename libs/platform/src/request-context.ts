import { AsyncLocalStorage } from 'node:async_hooks';

/** What is known about the request that the running code works for. */
export interface RequestContext {
  readonly request_id: string;
  user_id?: string;
  operator_id?: string;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** Runs `work` so that everything it awaits finds this context. */
export const runInContext = <T>(context: RequestContext, work: () => T): T => storage.run(context, work);

/** Opens a context that lasts for the rest of the running asynchronous flow. */
export const enterContext = (context: RequestContext): void => {
  storage.enterWith(context);
};

/** The context of the running request, or undefined outside of any. */
export const currentContext = (): RequestContext | undefined => storage.getStore();
