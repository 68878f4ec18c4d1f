const attribute = /\s(?:src|href|poster|action)\s*=\s*(["']?)(\/(?!\/)[^"'\s>]*)/gi;

/**
 * Makes a built page fit to be shown below a path of ours: addresses from the site's root lead below that path, and
 * links to elsewhere open in a window of their own.
 *
 * @param base the path at which the site is served, with a slash at the end
 */
export function adaptPage(page: string, base: string): string {
  return page.replace(/<[a-z][^<>]*>/gi, (tag) => {
    const inside = tag.replace(attribute, (whole, quote: string, address: string) =>
      address.startsWith(base)
        ? whole
        : whole.replace(quote + address, quote + base + address.slice(1)),
    );
    const leavesSite = /^<a\s/i.test(tag) && /\shref\s*=\s*["']?https?:/i.test(tag);
    if (!leavesSite || /\starget\s*=/i.test(tag)) return inside;
    return inside.replace(/^<a/i, '<a target="_blank" rel="noopener noreferrer"');
  });
}
