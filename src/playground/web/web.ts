import { Hono } from 'hono';
import { trimTrailingSlash } from 'hono/trailing-slash';
import { homeOf, type Playground } from '../playground.ts';
import { asShown } from './as-shown.ts';
import { addAssets } from './assets.ts';
import { FaultBoard } from './components/behind-the-scenes/fault-board.ts';
import { html } from './components/html.ts';
import { icon } from './components/icon.ts';
import { knownHost, ownForms, safeHeaders, sizeLimit } from './guard.ts';
import { show } from './layout.ts';
import { addLiveUpdates } from './live-updates.ts';
import { addActions } from './pages/actions.ts';
import { addBehindTheScenes } from './pages/behind-the-scenes/behind-the-scenes.ts';
import { addExchanges } from './pages/behind-the-scenes/exchanges.ts';
import { addEditFile } from './pages/edit-file.ts';
import { addExamples } from './pages/examples.ts';
import { addFiles } from './pages/files.ts';
import { addHome } from './pages/home.ts';
import { addIssue } from './pages/issue.ts';
import { addLists } from './pages/lists.ts';
import { addMakeReady } from './pages/make-ready.ts';
import { addNewIssue } from './pages/new-issue.ts';
import { addPreview } from './pages/preview.ts';
import { addPull } from './pages/pull.ts';
import { addSite } from './pages/site/site.ts';
import { addSiteFiles } from './pages/site/site-files.ts';
import { addStudio } from './pages/studio.ts';
import { addThreadActions } from './pages/thread-actions.ts';
import { addUploads } from './pages/uploads.ts';
import { addYouAre } from './pages/you-are.ts';
import { sessions } from './sessions.ts';
import { refuseLarge } from './too-large.ts';
import type { WebEnvironment } from './visit.ts';
import type { AnswerRequest } from './web-server.ts';

/**
 * The pages of all repositories, each below its own path. What is below none, as `/assets`, is the first one's.
 *
 * @param host another name by which they may be asked for
 */
export function createWebs(
  playgrounds: readonly [Playground, ...Playground[]],
  host: string,
): AnswerRequest {
  const [first, ...others] = playgrounds;
  const shared = { session: sessions(first), faults: new FaultBoard(first.emulator.faults), host };
  const usual = createWeb(first, shared);
  const further = others.map((each) => ({ home: homeOf(each), web: createWeb(each, shared) }));
  return (request) => {
    const path = `${new URL(request.url).pathname}/`;
    const found = further.find(({ home }) => path.startsWith(`${home}/`));
    return (found?.web ?? usual).fetch(request);
  };
}

/** What the pages of all repositories have together. */
interface Shared {
  readonly session: ReturnType<typeof sessions>;
  readonly faults: FaultBoard;
  readonly host: string;
}

function createWeb(playground: Playground, { session, faults, host }: Shared) {
  const web = new Hono<WebEnvironment>();
  web.use(trimTrailingSlash());
  const limit = sizeLimit((context) => refuseLarge(context, playground));
  web.use(safeHeaders, knownHost(host), session, limit, ownForms);
  // To become somebody else is not to act: it comes before.
  addYouAre(web);
  web.use(asShown(playground));
  const home = homeOf(playground);
  web.get('/', (context) => context.redirect(home, 302));
  addAssets(web);
  addLiveUpdates(web, playground);
  const pages = new Hono<WebEnvironment>();
  addHome(pages, playground);
  addMakeReady(pages, playground);
  addLists(pages, playground);
  addNewIssue(pages, playground);
  addExamples(pages, playground);
  addIssue(pages, playground);
  addPull(pages, playground);
  addThreadActions(pages, playground);
  addEditFile(pages, playground);
  addFiles(pages, playground);
  addSite(pages, playground);
  addSiteFiles(pages, playground);
  addStudio(pages, playground);
  addActions(pages, playground);
  addBehindTheScenes(pages, playground, faults);
  addExchanges(pages, playground);
  addPreview(pages, playground);
  addUploads(web, pages, playground);
  web.route(home, pages);
  web.notFound((context) =>
    show(context, playground, {
      title: 'Not found',
      status: 404,
      content: html`<div class="blank">${icon('search', 'blank-icon')}<h1>Page not found</h1><p>The address may be wrong, or the page was deleted.</p><p class="ways"><a class="button button-primary" href="${home}">Home</a> <a class="button" href="${home}/issues">Issues</a> <a class="button" href="${home}/pulls">Pull requests</a> <a class="button" href="${home}/site">The site</a></p></div>`,
    }),
  );
  web.onError((error, context) => {
    console.error(error);
    return show(context, playground, {
      title: 'Something went wrong',
      status: 500,
      content: html`<div class="blank"><h1>Something went wrong</h1><p>This is a bug in the playground. The terminal in which it runs shows the error.</p></div>`,
    });
  });
  return web;
}
