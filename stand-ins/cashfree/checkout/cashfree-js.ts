/**
 * The browser script that stands in for Cashfree's own: `Cashfree({mode}).checkout({paymentSessionId,
 * redirectTarget})` goes to the stand-in's checkout page.
 * @param publicUrl where browsers reach the stand-in
 */
export const cashfreeScript = (
  publicUrl: string,
): string => `// Stand-in for Cashfree's checkout script: no money moves.
(function () {
  var checkoutUrl = ${JSON.stringify(`${publicUrl}/checkout/`).replaceAll('<', '\\u003c')};
  function checkout(options) {
    if (!options || !options.paymentSessionId) {
      return Promise.resolve({ error: { message: 'paymentSessionId is missing' } });
    }
    var url = checkoutUrl + encodeURIComponent(options.paymentSessionId);
    if (options.redirectTarget === '_blank') window.open(url, '_blank', 'noopener');
    else if (options.redirectTarget === '_top') window.top.location.assign(url);
    else window.location.assign(url);
    return Promise.resolve({ redirect: true });
  }
  window.Cashfree = function () {
    return { checkout: checkout };
  };
})();
`;
