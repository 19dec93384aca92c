import 'reflect-metadata';

const METHODS = ['get', 'post', 'put', 'delete', 'patch'];

/**
 * A route as its controller declares it.
 * @typedef {{
 *   readonly path: string,
 *   readonly method: string,
 *   readonly handler: Function,
 *   readonly controller: Function,
 * }} Route
 */

/**
 * Every route of an application, found through the modules that its root module imports.
 * @param {Function} rootModule
 * @returns {Route[]}
 */
export const routesOf = (rootModule) => [...controllersOf(rootModule)].flatMap(routesOfController);

/**
 * @param {Function} module
 * @returns {Set<Function>}
 */
const controllersOf = (module) => {
  const own = Reflect.getMetadata('controllers', module) ?? [];
  const imports = (Reflect.getMetadata('imports', module) ?? []).filter(
    (/** @type {unknown} */ imported) => typeof imported === 'function',
  );
  return new Set([
    ...own,
    ...imports.flatMap((/** @type {Function} */ imported) => [...controllersOf(imported)]),
  ]);
};

/**
 * @param {Function} controller
 * @returns {Route[]}
 */
const routesOfController = (controller) =>
  Object.getOwnPropertyNames(controller.prototype).flatMap((name) => {
    const handler = controller.prototype[name];
    const path = Reflect.getMetadata('path', handler);
    const method = METHODS[Reflect.getMetadata('method', handler)];
    if (path === undefined || method === undefined) return [];
    const parts = [Reflect.getMetadata('path', controller), path].map((part) => part.replace(/^\/|\/$/g, ''));
    return [{ path: `/${parts.filter(Boolean).join('/')}`, method, handler, controller }];
  });
