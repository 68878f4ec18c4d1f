import { timestamp } from '../../clock.ts';
import { accountShape } from '../../shapes/account-shape.ts';
import type { Account } from '../../world/model.ts';
import type { Fields } from '../context.ts';

/** Users and organizations. */
export const accountFields: Fields<Account> = {
  id: ({ nodeId }) => nodeId,
  databaseId: ({ id }) => id,
  login: ({ login }) => login,
  name: () => null,
  createdAt: ({ createdAt }) => timestamp(createdAt),
  url: (account, _, { addresses }) => accountShape(account, addresses).html_url,
  avatarUrl: (account, _, { addresses }) => accountShape(account, addresses).avatar_url,
};

/** Bots: as authors they have their login without `[bot]` here, other than in REST. */
export const botFields: Fields<Account> = {
  ...accountFields,
  login: ({ login }) => login.replace(/\[bot\]$/, ''),
};
