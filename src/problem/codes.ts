/** Codes, each with the names of the values that its sentence may use. */
type Table = Readonly<Record<string, readonly string[]>>;

/*
 * Every problem there is, by the room that finds it. `templates/LANGUAGE/problems/ROOM.yml` holds a sentence, a hint and,
 * where it helps, an example for each; a test compares the two. The table decides how the command line ends.
 */

/** How we were called, how the server is set up, or a repository's own configuration, form and paths: exit code 2. */
const setupProblems = {
  // config
  'configuration-missing': [],
  'configuration-not-yaml': ['line', 'reason'],
  'configuration-alias': ['line'],
  'configuration-key-unknown': ['key', 'line', 'nearest'],
  'configuration-key-missing': ['key', 'line'],
  'configuration-not-a-mapping': ['key', 'line'],
  'configuration-not-text': ['key', 'line'],
  'configuration-not-a-list-of-pages': ['key', 'line'],
  'configuration-not-a-whole-number': ['key', 'line', 'maximum', 'minimum'],
  'configuration-not-a-size': ['line', 'key', 'minimum', 'maximum'],
  'configuration-not-one-of': ['choices', 'key', 'line'],
  'configuration-locale-unreadable': ['line', 'locale'],
  'configuration-locale-unknown': ['key', 'line', 'locale'],
  'configuration-path-unsafe': ['key', 'line', 'path'],
  'configuration-page-twice': ['line', 'locale', 'other', 'path'],
  'configuration-file-name-unsafe': ['file', 'key', 'line'],
  'configuration-url-unsafe': ['key', 'line', 'url'],
  'configuration-placeholder-missing': ['key', 'line', 'placeholder'],
  'configuration-placeholder-unknown': ['key', 'line', 'placeholder', 'known'],
  'configuration-too-large': ['limit', 'size'],
  'configuration-too-deep': ['line', 'limit'],
  // form
  'form-too-large': ['limit', 'size'],
  'form-too-deep': ['limit', 'line'],
  'form-not-yaml': ['line', 'reason'],
  'form-alias': ['line'],
  'form-without-body': [],
  'form-field-unreadable': ['line'],
  'form-field-missing': ['id'],
  'form-id-twice': ['id'],
  'form-label-twice': ['label'],
  // checkout
  'checkout-missing': ['directory'],
  'path-outside-checkout': ['path'],
  'path-unreadable': ['path', 'reason'],
  'file-missing': ['file'],
  'file-silent': ['file'],
  'logo-target-unfit': ['file'],
  'logo-not-kept-as-svg': ['file'],
  'description-twice': ['locale'],
  // proposal
  'page-missing': ['locale'],
  // setup
  'setup-no-page': ['limit'],
  'setup-file-exists': [],
  // server
  'environment-app-id-missing': [],
  'environment-app-id-unfit': ['value'],
  'environment-private-key-missing': [],
  'environment-private-key-twice': [],
  'environment-private-key-unfit': [],
  'environment-private-key-file-unreadable': ['reason'],
  'environment-webhook-secret-missing': [],
  'environment-webhook-secret-short': ['least', 'length'],
  'environment-api-url-unfit': ['value'],
  'environment-webhook-path-unfit': ['value'],
  'environment-port-unfit': ['value'],
  'environment-not-one-of': ['value', 'all'],
  'server-cannot-listen': ['reason'],
  'server-host-unfit': ['host', 'reason', 'variable'],
  'register-url-unfit': ['value'],
  'register-github-unfit': ['value'],
  'register-organization-unfit': ['value'],
  'register-name-unfit': ['most'],
  'register-file-exists': ['file'],
  'register-file-not-written': ['file', 'reason'],
  'register-no-port': ['first', 'last'],
} as const satisfies Table;

/** What was asked for, and the lists that it is about: exit code 1. */
const requestProblems = {
  // submission
  'company-missing': [],
  'company-too-long': ['length', 'limit'],
  'company-unreadable': ['company'],
  'description-missing': ['locale', 'language'],
  'description-too-long': ['locale', 'language', 'length', 'limit'],
  'description-locale-unknown': ['known', 'locale'],
  'link-not-a-url': ['link'],
  'link-not-https': ['link', 'suggestion'],
  'link-without-scheme': ['link', 'suggestion'],
  'link-scheme-unsupported': ['link', 'scheme'],
  'link-too-long': ['length', 'limit'],
  'link-has-credentials': ['host'],
  'link-to-private-host': ['host'],
  'link-text-without-link': ['linkText'],
  'link-text-too-long': ['length', 'limit'],
  // form
  'attachment-missing': [],
  'attachment-several': ['count'],
  'consent-missing': ['options'],
  'form-body-too-large': ['limit', 'size'],
  'form-heading-repeated': ['label'],
  'form-heading-missing': ['headings', 'label'],
  'form-heading-hidden': ['label', 'mark'],
  'form-not-the-form': ['label'],
  // command
  'command-unknown': ['word', 'known'],
  'command-nearly-known': ['nearest', 'word', 'lacksCompany', 'lacksText', 'words'],
  'command-words-unexpected': ['command', 'words'],
  'command-company-missing': [],
  'command-locale-missing': ['known', 'first'],
  'command-locale-unknown': ['locale', 'known', 'first'],
  'command-text-missing': ['locale'],
  'command-field-twice': ['id'],
  'command-field-misspelt': ['id', 'key'],
  'command-logo-missing': [],
  'command-logo-several': ['count'],
  'command-for-writers': ['command'],
  'command-for-submitter': ['command'],
  // page
  'page-too-large': ['limit', 'size'],
  'page-without-front-matter': [],
  'page-front-matter-format': ['line', 'found'],
  'page-front-matter-unclosed': [],
  'page-not-yaml': ['line', 'reason'],
  'page-table-missing': ['line', 'table', 'tables'],
  'page-columns-missing': ['line', 'table'],
  'page-columns-without-ids': ['line', 'table'],
  'page-column-twice': ['column', 'line', 'table'],
  'page-table-flow-style': ['line', 'table'],
  'page-table-alias': ['line', 'table'],
  'page-rows-missing': ['line', 'table'],
  'page-row-unreadable': ['line'],
  'page-rows-misaligned': ['line'],
  'page-row-would-be-empty': ['line'],
  'page-text-row-missing': ['line'],
  'page-column-case': ['column', 'key', 'line'],
  'page-rows-no-list': ['line', 'table'],
  'page-edit-unsafe': ['reason'],
  'list-missing': ['list', 'lists'],
  'list-not-named': ['lists'],
  'list-generated': ['line', 'found'],
  'list-readers-differ': ['line'],
  'list-field-unknown': ['line', 'name', 'fields'],
  // checkout
  'files-half-written': ['files', 'reason'],
  'files-not-written': ['reason'],
  'logo-not-downloaded': ['address'],
  'logo-not-given': [],
  // download
  'download-not-an-address': [],
  'download-not-https': ['host'],
  'download-host-not-allowed': ['host'],
  'download-has-credentials': ['host'],
  'download-private-address': ['host'],
  'download-too-many-redirects': ['host', 'limit'],
  'download-unreachable': ['host'],
  'download-broken-off': ['host'],
  'download-too-slow': ['host'],
  'download-server-fails': ['host', 'status'],
  'download-not-found': ['host', 'status'],
  'download-refused': ['host', 'status'],
  'download-web-page': ['host'],
  'download-too-large': ['host', 'limit'],
  // proposal
  'page-not-utf8': ['locale'],
  'company-not-listed': ['company'],
  'company-nearly-listed': ['company', 'nearest'],
  'company-slug-taken': ['company', 'other', 'path'],
  // logo
  'logo-empty': [],
  'logo-not-a-picture': [],
  'logo-format-unsupported': ['format'],
  'logo-too-many-bytes': ['limit', 'megabytes'],
  'logo-too-small': ['height', 'limit', 'width'],
  'logo-too-many-pixels': ['height', 'limit', 'megapixels', 'width'],
  'logo-too-narrow': ['height', 'width', 'limit'],
  'logo-hardly-anything': ['height', 'limit', 'width'],
  'logo-blank': [],
  'logo-broken': [],
  'logo-too-slow': ['seconds'],
  'logo-no-processor': ['seconds'],
  'logo-too-much-memory': [],
  'logo-svg-too-large': ['kilobytes', 'limit'],
  'logo-svg-too-many-elements': ['limit'],
  'logo-svg-broken': ['line', 'reason'],
  'logo-svg-external': ['what'],
  'logo-svg-entities': [],
  'logo-svg-text-without-fonts': [],
  // workflow
  'submission-elsewhere': ['company', 'issue', 'pull'],
  'command-not-here': [],
  'command-needs-submission': ['command'],
  'command-nothing-open': ['command'],
  'command-already-merged': ['command', 'company'],
  'command-stopped-for-writers': ['command'],
  'command-remove-elsewhere': ['company'],
  'command-issue-edited': ['command'],
  'command-approval-wanted': ['command'],
  'command-before-push': [],
  'branch-occupied': ['branch'],
} as const satisfies Table & { readonly [Code in keyof typeof setupProblems]?: never };

/** Every problem, with the names of its values. */
export const problemValues = { ...setupProblems, ...requestProblems };

/** The name of one kind of problem. */
export type ProblemCode = keyof typeof problemValues;

/** The names of all problems. */
export const problemCodes = Object.keys(problemValues) as ProblemCode[];

/** Whether a problem is about how we were called or set up, and not about what was asked for. */
export function isOfSetup(code: ProblemCode): boolean {
  return Object.hasOwn(setupProblems, code);
}
