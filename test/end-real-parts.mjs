/** After a project's tests. */
export default async function endRealParts() {
  await globalThis.endRealParts?.();
}
