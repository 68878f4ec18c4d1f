import type { Selector } from 'css-what';

/** Ids, then classes, attributes and pseudo-classes, then types: as one number. */
const weights = { id: 1_000_000, class: 1_000, type: 1 } as const;

/** How specific a selector is (Selectors Level 4, “calculating a selector's specificity”). */
export function specificityOf(selector: readonly Selector[]): number {
  let sum = 0;
  for (const part of selector) {
    switch (part.type) {
      case 'attribute':
        sum += part.name === 'id' && part.action === 'equals' ? weights.id : weights.class;
        break;
      case 'pseudo':
        sum += ofPseudoClass(part);
        break;
      case 'tag':
      case 'pseudo-element':
        sum += weights.type;
        break;
      default:
    }
  }
  return sum;
}

function ofPseudoClass({ name, data }: Extract<Selector, { type: 'pseudo' }>): number {
  if (name === 'where') return 0;
  if (!Array.isArray(data)) return weights.class;
  return Math.max(0, ...data.map(specificityOf));
}
