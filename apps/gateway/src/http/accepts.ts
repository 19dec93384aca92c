/**
 * Whether a client asks for a media type by its name. What it would take as well (`*` ranges) does not
 * count: then it gets JSON.
 */
export const accepts = (header: string | undefined, mediaType: string): boolean =>
  (header ?? '').split(',').some((range) => {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    return type === mediaType && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
