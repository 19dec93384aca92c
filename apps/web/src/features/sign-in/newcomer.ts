const KEY = 'saathi.newcomer';

/** The token of a registration that has begun, so that a reload does not lose it. It works once and not for long. */
export const keptNewcomer = (): string | undefined => sessionStorage.getItem(KEY) ?? undefined;

export const keepNewcomer = (token: string): void => {
  sessionStorage.setItem(KEY, token);
};

export const forgetNewcomer = (): void => {
  sessionStorage.removeItem(KEY);
};
