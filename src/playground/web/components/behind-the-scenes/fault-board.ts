import type { Fault, FaultKind, Faults } from '../../../../emulator/faults.ts';
import type { Visit } from '../../visit.ts';
import { type Html, html } from '../html.ts';
import { icon } from '../icon.ts';
import { postForm } from '../post-form.ts';

/** What each fault does, in the words of the switch. */
const words: Readonly<Record<FaultKind, readonly [name: string, effect: string]>> = {
  'webhook-lost': ['Lose the next webhook', 'GitHub never tells the app.'],
  'webhook-doubled': ['Send the next webhook twice', 'The same news, under the same id.'],
  'webhook-late': ['Send the next webhook late', 'Behind the one after it.'],
  'bad-gateway-before': ['Answer 502, and do nothing', 'The app’s next request that writes fails.'],
  'bad-gateway-after': [
    'Answer 502, having done it',
    'The request has its effect, and seems to fail.',
  ],
  'no-answer-before': ['Do not answer, and do nothing', 'Its next request that writes hangs.'],
  'no-answer-after': ['Do not answer, having done it', 'It has its effect, and hangs.'],
  'stale-head': ['Refuse the next commit', 'As if somebody had pushed in between.'],
  'not-yet-visible': ['Hide the new branch', 'As if its commits had not arrived yet.'],
  'primary-limit': [
    'Use up the hourly limit',
    'For a minute GitHub does nothing for the app, which waits for it.',
  ],
  'secondary-limit': [
    'Ask the app to slow down',
    'The same, by a secondary rate limit: “retry after 60 seconds”.',
  ],
  'too-quickly': ['Find a pull request too quick', 'The next one “was submitted too quickly”.'],
  'stale-read': ['Show the app an old issue', 'Its next read is five seconds behind.'],
  'not-found': ['Do not find the issue', 'The next read answers as if it were deleted.'],
};

/** What becomes of a webhook that was lost: nothing else would tell that it is not lost for good. */
const afterLoss =
  'It was lost. The app’s sweep finds what it told, within 15 minutes or with “Sweep now”.';

const kinds = Object.keys(words) as readonly FaultKind[];

/** A sweep that only lists would take what is meant for a submission. */
function operationFor(kind: FaultKind): string {
  if (kind === 'stale-read') return 'query viewer';
  return kind.endsWith('-before') || kind.endsWith('-after') ? 'mutation' : '';
}

/** The switches that let something go wrong, once each time they are turned on. */
export class FaultBoard {
  readonly #faults: Faults;
  readonly #ordered = new Map<FaultKind, Fault>();

  constructor(faults: Faults) {
    this.#faults = faults;
  }

  /** Lets a fault come the next time that it can, and returns it; takes one back that still waits. */
  turn(kind: string): Fault | undefined {
    const known = kinds.find((each) => each === kind);
    if (known === undefined) return undefined;
    const ordered = this.#ordered.get(known);
    if (ordered?.count === 0) {
      ordered.cancel();
      this.#ordered.delete(known);
    } else {
      this.#ordered.set(known, this.#faults.order({ kind: known, operation: operationFor(known) }));
    }
    return this.#ordered.get(known);
  }

  /** @param others further switches, as items of the list */
  show(visit: Visit, here: string, others: readonly Html[]): Html {
    const switches = kinds.map((kind) => {
      const [name, usual] = words[kind];
      const waits = this.#ordered.get(kind)?.count === 0;
      const came = this.#ordered.has(kind) && !waits;
      const state = waits ? 'Waits' : came ? 'Came' : '';
      const effect = came && kind === 'webhook-lost' ? afterLoss : usual;
      return html`<li><button class="switch" name="fault" value="${kind}" aria-pressed="${String(waits)}"><span class="switch-knob" aria-hidden="true"></span><span><strong>${name}</strong> <span class="muted">${effect}</span></span><span class="switch-state">${state}</span></button></li>`;
    });
    return html`<section class="panel" id="faults" data-live><h2>${icon('zap')} Let something go wrong</h2>${postForm(visit, { action: `${here}/faults` }, html`<ul class="plain switches">${[...switches, ...others]}</ul>`)}</section>`;
  }
}
