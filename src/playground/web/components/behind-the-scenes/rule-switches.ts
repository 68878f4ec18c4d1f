import type { Installation, Repository } from '../../../../emulator/world/model.ts';
import type { Playground } from '../../../playground.ts';
import { type Html, html } from '../html.ts';

type Rules = Repository['rules'];

/** A setting of the repository that makes GitHub refuse something until it is turned off. */
interface RuleSwitch {
  readonly name: string;
  readonly effect: string;
  readonly isOn: (playground: Playground) => boolean;
  readonly turn: (playground: Playground, isOn: boolean) => void;
}

const switches: Readonly<Record<string, RuleSwitch>> = {
  'restrict-creation': restriction('creation', 'Restrict creations', 'Nobody can create branches.'),
  'restrict-force-push': restriction(
    'force-push',
    'Block force pushes',
    'Pull requests are opened, but cannot be updated.',
  ),
  'restrict-deletion': restriction('deletion', 'Restrict deletions', 'Branches cannot be deleted.'),
  'pull-requests-off': {
    name: 'Disable pull requests',
    effect: 'In the repository’s settings.',
    isOn: ({ repository }) => repository.rules.pulls === 'off',
    turn: (playground, isOn) => change(playground, { pulls: isOn ? 'off' : 'all' }),
  },
  'permission-unaccepted': {
    name: 'Withhold a permission',
    effect: 'Nobody accepted the app’s permission to write to issues.',
    isOn: (playground) =>
      installationsOf(playground).some(({ unaccepted }) => unaccepted.length > 0),
    turn: (playground, isOn) => {
      for (const installation of installationsOf(playground)) {
        playground.emulator.setUnaccepted(installation, ...(isOn ? ['issues'] : []));
      }
    },
  },
};

function restriction(
  restricted: Rules['restricts'][number],
  name: string,
  effect: string,
): RuleSwitch {
  return {
    name,
    effect,
    isOn: ({ repository }) => repository.rules.restricts.includes(restricted),
    turn: (playground, isOn) => {
      const others = playground.repository.rules.restricts.filter((each) => each !== restricted);
      const restricts = isOn ? [...others, restricted] : others;
      change(playground, { restricts, prefix: 'poweredby/' });
    },
  };
}

function installationsOf({ emulator, repository }: Playground): readonly Installation[] {
  return emulator.installations.filter(({ repositories }) => repositories.has(repository));
}

function change({ emulator, repository }: Playground, rules: Partial<Rules>): void {
  emulator.setRules(repository, { ...repository.rules, ...rules });
}

/** Turns a switch over. @returns false where there is none of this name */
export function turnRule(playground: Playground, name: string): boolean {
  const found = Object.hasOwn(switches, name) ? switches[name] : undefined;
  found?.turn(playground, !found.isOn(playground));
  return found !== undefined;
}

/** The switches, as items of a list. They stay on until they are turned off. */
export function ruleSwitches(playground: Playground): readonly Html[] {
  return Object.entries(switches).map(([value, { name, effect, isOn }]) => {
    const isPressed = isOn(playground);
    return html`<li><button class="switch" name="fault" value="${value}" aria-pressed="${String(isPressed)}"><span class="switch-knob" aria-hidden="true"></span><span><strong>${name}</strong> <span class="muted">${effect}</span></span><span class="switch-state">${isPressed ? 'On' : ''}</span></button></li>`;
  });
}
