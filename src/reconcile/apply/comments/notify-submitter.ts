import { formAddress } from '../../../form/form-address.ts';
import type { Change } from '../../../github/changes/change.ts';
import type { Author } from '../../../github/nodes/author.ts';
import type { CommentFacts } from '../../../github/nodes/thread.ts';
import { languageName } from '../../../submission/language-name.ts';
import { templatesFor } from '../../../templates.ts';
import type { Status } from '../../../words/comment-content.ts';
import {
  type NotificationContext,
  type NotifiedStatus,
  type Quote,
  writeNotification,
} from '../../../words/notification.ts';
import type { Situation } from '../../decide/situation.ts';
import { withdrawnBy } from '../../history/withdrawn-by.ts';
import { withMarker } from '../../observe/notes/marker.ts';
import { findLastNotification } from '../../observe/notes/replies.ts';
import { findSticky } from '../../observe/notes/sticky-comment.ts';
import { notificationCauses } from '../../observe/notes/told.ts';

/**
 * Notifies whom a status concerns, by one new comment that mentions them: GitHub tells nobody of a comment that is edited.
 * Where the status comment itself is new, or everything was told before, there is nothing to do.
 */
export function notifySubmitter(status: Status, situation: Situation): readonly Change[] {
  const { issue, note, configuration, snapshot } = situation;
  const recipient = recipientOf(situation);
  const sticky = findSticky(issue.thread);
  if (!sticky || !recipient?.isPerson || !isNotified(status)) return [];
  const causes = notificationCauses(status);
  const isTold = (told: readonly string[]) => causes.every((cause) => told.includes(cause));
  if (isTold(note?.told ?? [])) return [];
  // An attempt that was interrupted may have sent it without noting it.
  const last = findLastNotification(issue.thread);
  if (last && isTold(last.causes) && isNewer(last.comment, sticky)) return [];
  const context: NotificationContext = {
    login: recipient.login,
    statusUrl: sticky.url,
    formUrl: formAddress(snapshot.repository.url),
    ...detailsOf(status, situation),
  };
  const words = writeNotification(status, context, templatesFor(configuration));
  const body = withMarker(words, { causes }, 'poweredby-notification');
  return [{ kind: 'add-comment', subjectId: issue.id, body }];
}

function isNotified(status: Status): status is NotifiedStatus {
  return notificationCauses(status).length > 0;
}

/** Who asked by a comment in somebody else's issue is who has to do something about it. */
function recipientOf({ history: { request }, issue }: Situation): Author | undefined {
  const source = request?.kind === 'entry' ? request.source : undefined;
  return source && source.kind !== 'form' ? source.requester : issue.author;
}

function isNewer(one: CommentFacts, sticky: CommentFacts): boolean {
  return one.createdAt >= (sticky.editedAt ?? sticky.createdAt);
}

function detailsOf(status: NotifiedStatus, situation: Situation): Partial<NotificationContext> {
  switch (status.kind) {
    case 'pull-closed': {
      const quote = reasonFor(situation);
      return quote ? { quote } : {};
    }
    case 'withdrawn': {
      const by = withdrawnBy(situation.commands, situation.history.results);
      return by === undefined ? {} : { withdrawnBy: by };
    }
    case 'merged': {
      const untranslated = untranslatedIn(situation);
      return untranslated ? { untranslated } : {};
    }
    default:
      return {};
  }
}

/** In milliseconds: what was written long before is no reason for the closing. */
const recently = 24 * 60 * 60_000;

/** What somebody else wrote last on the pull request that was closed. */
function reasonFor({ snapshot, commands, issue }: Situation): Quote | undefined {
  const [pull] = snapshot.pulls;
  if (!pull?.closed) return undefined;
  const since = pull.closed.at.getTime() - recently;
  const isCommand = new Set(commands.map(({ comment }) => comment.id));
  const said = pull.thread.findLast(
    ({ id, isOurs, author, createdAt }) =>
      !isOurs &&
      author?.isPerson === true &&
      author.login !== issue.author?.login &&
      !isCommand.has(id) &&
      createdAt.getTime() >= since,
  );
  return said?.author && { login: said.author.login, text: said.body };
}

/** The languages of pages that got no text of their own, as the pull request's remarks said. */
function untranslatedIn({ note, configuration }: Situation): NotificationContext['untranslated'] {
  const before = note?.status;
  if (before?.kind !== 'proposed') return undefined;
  const locales = before.remarks
    .filter(({ code }) => code === 'text-not-translated')
    .map(({ values }) => String(values['locale']));
  const [locale] = locales;
  if (locale === undefined) return undefined;
  const { language } = configuration;
  return { languages: locales.map((each) => languageName(each, language)), locale };
}
