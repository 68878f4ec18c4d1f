/** Browsers show these as pictures and execute nothing in them. */
const picture = /^data:image\/(?:png|jpe?g|gif|webp)[;,]/;

/**
 * Whether a browser would run an address, or show a page made of it, instead of going there. Browsers overlook control
 * characters and blanks before the scheme, and line breaks and tabs inside it.
 *
 * @param address with all references and escapes resolved
 */
export function isScriptLink(address: string): boolean {
  const bare = address.replace(/[\p{Cc}\p{Cf}\s]/gu, '').toLowerCase();
  return /^(?:javascript|vbscript|data):/.test(bare) && !picture.test(bare);
}
