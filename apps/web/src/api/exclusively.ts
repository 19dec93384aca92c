/**
 * Does some work while no other tab does work under the same name. Browsers without the Web Locks API do it at
 * once: the server bears the same token twice within ten seconds.
 */
export const exclusively = async <T>(name: string, work: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? await navigator.locks.request(name, work) : await work();
