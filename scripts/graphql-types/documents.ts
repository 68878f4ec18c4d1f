import { changesDocument } from '../../src/github/changes/mutation.ts';
import { commentsDocument } from '../../src/github/nodes/thread.ts';
import { changedFilesDocument } from '../../src/github/pull-check/read-changed-files.ts';
import { revisionsDocument } from '../../src/github/pull-check/read-revisions.ts';
import { commentDocument } from '../../src/github/repository/read-comment-html.ts';
import { configurationDocument } from '../../src/github/repository/read-configuration-file.ts';
import { configuredDocument } from '../../src/github/repository/read-configuration-ids.ts';
import { openDocument } from '../../src/github/repository/read-open.ts';
import { reactionsDocument } from '../../src/github/repository/read-own-reactions.ts';
import {
  recentIssuesDocument,
  recentPullRequestsDocument,
} from '../../src/github/repository/read-recent.ts';
import { setupStateDocument } from '../../src/github/repository/read-setup-state.ts';
import { textsDocument } from '../../src/github/repository/read-texts.ts';
import { branchesDocument } from '../../src/github/submission/own-branches.ts';
import { submissionDocument } from '../../src/github/submission/submission-document.ts';
import { blobsDocument } from '../../src/github/tree/read-blob-texts.ts';

/** The texts of the documents for which types are generated: all that we send, those of many sizes in their smallest. */
export const documents: readonly string[] = [
  blobsDocument(1).text,
  branchesDocument.text,
  changedFilesDocument.text,
  commentDocument.text,
  commentsDocument.text,
  configurationDocument.text,
  configuredDocument(1).text,
  openDocument.text,
  reactionsDocument.text,
  recentIssuesDocument.text,
  recentPullRequestsDocument.text,
  revisionsDocument(1).text,
  setupStateDocument.text,
  submissionDocument({ pages: [], attributes: 0 }).text,
  textsDocument.text,
  changesDocument,
];
