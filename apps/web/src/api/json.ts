/* eslint-disable @typescript-eslint/no-unsafe-return, @typescript-eslint/no-unnecessary-type-parameters --
   whoever wrote the JSON answers for its shape: the gateway by its contract, or this client itself */

/** Reads JSON whose shape its writer answers for. */
export const parseJson = <T>(text: string): T => JSON.parse(text);

export const readJson = async <T>(answer: Response): Promise<T> => parseJson<T>(await answer.text());
