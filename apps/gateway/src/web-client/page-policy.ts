const CASHFREE = 'cashfree.com';

/**
 * What the client's page may load and where it may go: ourselves, and Cashfree's checkout when its real script is
 * the one in use. No inline script ever; styles are set on elements by the dialogs and lists.
 * @param checkoutScript address of the provider's script
 */
export const pagePolicy = (checkoutScript: string): string => {
  const { hostname, origin } = new URL(checkoutScript);
  const isReal = hostname === CASHFREE || hostname.endsWith(`.${CASHFREE}`);
  const family = isReal ? ` https://*.${CASHFREE}` : '';
  return [
    "default-src 'self'",
    `script-src 'self'${isReal ? ` ${origin}` : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "media-src 'self' blob:",
    `connect-src 'self'${family}`,
    `frame-src ${isReal ? `https://*.${CASHFREE}` : "'none'"}`,
    `form-action 'self'${family}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
};
