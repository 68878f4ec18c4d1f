import { people } from '../../people.ts';
import type { Visit } from '../visit.ts';
import { avatar } from './avatar.ts';
import { type Html, html, nothing } from './html.ts';
import { icon } from './icon.ts';
import { postForm } from './post-form.ts';

/** Who the visitor is, and whom else they can be. @param back the path of the page to come back to */
export function identityMenu(visit: Visit, back: string): Html {
  const { identity } = visit;
  return html`<details class="menu identity" data-menu>
  <summary>
    ${avatar(identity.login, 24)}<span class="identity-words"><span class="identity-you">You are</span> <strong>${identity.login}</strong></span><span class="visually-hidden">: switch to somebody else</span>${icon('triangle-down')}
  </summary>
  <div class="menu-panel">
    ${postForm(
      visit,
      { action: '/you-are' },
      html`<input type="hidden" name="back" value="${back}">
      <p class="menu-title">Switch to</p>
      ${people.map(
        (person) =>
          html`<button class="menu-item" name="person" value="${person.key}" ${
            person === identity ? html`aria-current="true"` : ''
          }>${avatar(person.login, 32)}<span><strong>${person.login}</strong> <span class="person-title">${person.title}</span><br><span class="muted">${person.rights}</span></span>${person === identity ? icon('check', 'menu-check') : nothing}</button>`,
      )}`,
    )}
  </div>
</details>`;
}
