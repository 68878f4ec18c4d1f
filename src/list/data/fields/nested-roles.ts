import type { FieldRole } from '../../../config/configuration.ts';

/** Objects that are about the organization itself: what their keys say, they say of it. */
const whole =
  /^(?:organi[sz]ation|org|company|adopter|user|customer|vendor|info|details?|data|meta(?:data)?|attributes|profile)$/;

/** Objects about somebody else: their names, addresses and pictures are not the organization's. */
const person =
  /^(?:author|person|people|by|contacts?|contributors?|maintainers?|members?|speaker|founder|owner|employee|representative|(?:posted|submitted|added) by)$/;

const picture =
  /^(?:logos?|images?|imgs?|icons?|pictures?|photos?|preview|thumbnail|screenshots?|avatar|video|media)$/;

/** Objects that are words of the organization, as opposed to the words of a link. */
const statement =
  /^(?:testimonial|quote|description|text|summary|content|use ?cases?|about|comments?)$/;

const address = /^(?:url|href|link|website|web site|home ?page|site)$/;

/** An object by its key and all keys in it, in words. */
interface NamedObject {
  readonly outer: string;
  readonly siblings: readonly string[];
}

/**
 * Whether a key in an object says by its own word alone what it would say beside the organization's name: `url` in `link` is
 * an address of the organization, `url` in `image` or `author` is not, and `text` beside `url` is the text of a link.
 */
export function saysByItself(role: FieldRole, { outer, siblings }: NamedObject): boolean {
  if (whole.test(outer) || role === 'contact') return true;
  if (person.test(outer)) return false;
  switch (role) {
    case 'homepage':
      return !picture.test(outer);
    case 'logo':
    case 'logo-dark':
      return true;
    case 'text':
      return statement.test(outer) || ![outer, ...siblings].some((each) => address.test(each));
    default:
      return false;
  }
}
