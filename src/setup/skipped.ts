/** Folders that hold what others wrote or a build made. */
const foreign = new Set(
  'node_modules bower_components vendor target build dist out __pycache__ venv'.split(' '),
);

/** Hidden folders in which sites are. */
const ofSites = new Set(['.vuepress', '.vitepress']);

/** What Hugo makes: elsewhere such names are a site's own. */
const madeByHugo = new Set(['public', 'resources']);

/** Whether a file of this name is the configuration of a Hugo site. */
function isHugoConfiguration(name: string): boolean {
  return /^(?:hugo|config)\.(?:toml|ya?ml|json)$/.test(name);
}

/** Whether pages and logos are not looked for in a file or folder, by its name and those beside it. */
export function isSkipped(name: string, siblings: ReadonlySet<string>): boolean {
  if ((name.startsWith('.') && !ofSites.has(name)) || foreign.has(name)) return true;
  return madeByHugo.has(name) && [...siblings].some(isHugoConfiguration);
}
