/** In another tab the visitor may have become somebody else: this page goes on as the one whom it shows. */
export const asShown = { 'x-person': document.body.dataset.person };
