import { commandFlood } from './floods/command-flood.ts';
import { editFlood } from './floods/edit-flood.ts';
import { issueFlood } from './floods/issue-flood.ts';
import { logoFlood } from './floods/logo-flood.ts';
import { manyRepositories } from './floods/many-repositories.ts';

/** What one stranger, or one large installation, costs everybody else. */
export async function benchFloods(): Promise<void> {
  await editFlood();
  await issueFlood();
  await commandFlood();
  await manyRepositories();
  await logoFlood();
}
