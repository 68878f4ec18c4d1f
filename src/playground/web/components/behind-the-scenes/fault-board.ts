import type { Fault, FaultKind, Faults } from '../../../../emulator/faults.ts';
import type { Visit } from '../../visit.ts';
import { type Html, html } from '../html.ts';
import { icon } from '../icon.ts';
import { postForm } from '../post-form.ts';

/** What each fault does, in the words of the switch. */
const words: Readonly<Record<FaultKind, readonly [name: string, effect: string]>> = {
  'webhook-lost': ['Lose the next webhook', 'GitHub does not deliver it.'],
  'webhook-doubled': ['Send the next webhook twice', 'With the same delivery id.'],
  'webhook-late': ['Delay the next webhook', 'It arrives after the one that follows it.'],
  'bad-gateway-before': [
    'Fail the next write with 502',
    'The next write of Powered By fails without effect.',
  ],
  'bad-gateway-after': [
    'Apply the next write, but respond with 502',
    'It takes effect, but seems to fail.',
  ],
  'no-answer-before': ['Let the next write hang', 'It gets no response and has no effect.'],
  'no-answer-after': [
    'Apply the next write, but do not respond',
    'It takes effect, but Powered By gets no response.',
  ],
  'stale-head': ['Refuse the next commit', 'As if somebody had pushed at the same time.'],
  'not-yet-visible': ['Hide the new branch', 'As if its commits were not visible yet.'],
  'primary-limit': [
    'Use up the hourly limit',
    'GitHub rejects requests of Powered By for a minute, and it waits.',
  ],
  'secondary-limit': [
    'Ask Powered By to slow down',
    'A secondary rate limit: “retry after 60 seconds”.',
  ],
  'too-quickly': ['Reject the next pull request', 'It “was submitted too quickly”.'],
  'stale-read': ['Return outdated data', 'The next read of Powered By is five seconds old.'],
  'not-found': ['Hide the issue', 'The next read responds as if it were deleted.'],
};

/** What becomes of a webhook that was lost: nothing else would tell that it is not lost for good. */
const afterLoss =
  'It was lost. The next sweep finds what happened: that of the app within 15 minutes, or the workflow’s schedule within an hour.';

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
      const state = waits ? 'Armed' : came ? 'Triggered' : '';
      const effect = came && kind === 'webhook-lost' ? afterLoss : usual;
      return html`<li><button class="switch" name="fault" value="${kind}" aria-pressed="${String(waits)}"><span class="switch-knob" aria-hidden="true"></span><span><strong>${name}</strong> <span class="muted">${effect}</span></span><span class="switch-state">${state}</span></button></li>`;
    });
    return html`<section class="panel" id="faults" data-live><h2>${icon('zap')} Break something</h2>${postForm(visit, { action: `${here}/faults` }, html`<ul class="plain switches">${[...switches, ...others]}</ul>`)}</section>`;
  }
}
