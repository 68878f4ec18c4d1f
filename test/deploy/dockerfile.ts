/** One instruction of a Dockerfile. */
interface Instruction {
  readonly name: string;
  /** What follows the name, with lines that were continued put together. */
  readonly text: string;
}

/** One stage: what is between a `FROM` and the next. */
export interface Stage {
  /** What it begins with: an image. */
  readonly from: string;
  /** How later stages call it, where they do. */
  readonly name: string | undefined;
  readonly instructions: readonly Instruction[];
}

/** Reads the instructions of a Dockerfile, stage by stage. It knows no variables, for ours has none. */
export function readDockerfile(text: string): Stage[] {
  const lines = text
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const stages: { from: string; name: string | undefined; instructions: Instruction[] }[] = [];
  for (const line of lines) {
    const [, name = '', rest = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    if (name === 'FROM') {
      const [, from = '', as] = /^(\S+)(?:\s+AS\s+(\S+))?$/.exec(rest) ?? [];
      stages.push({ from, name: as, instructions: [] });
    } else {
      stages.at(-1)?.instructions.push({ name, text: rest });
    }
  }
  return stages;
}

/** The texts of all instructions of a name in a stage. */
export function textsOf(stage: Stage | undefined, name: string): string[] {
  return (stage?.instructions ?? []).filter((each) => each.name === name).map(({ text }) => text);
}

/** The words of an instruction in its JSON form, such as `CMD ["node", "x.js"]`. */
export function wordsIn(text: string): string[] {
  return JSON.parse(text.slice(text.indexOf('[')));
}
