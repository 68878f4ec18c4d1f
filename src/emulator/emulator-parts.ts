import type { AppManifests } from './apps/app-manifests.ts';
import type { AppRegistration } from './apps/app-registration.ts';
import type { Tokens } from './apps/authentication.ts';
import type { AttachmentServer } from './attachments/attachment-server.ts';
import type { Attachments } from './attachments/attachments.ts';
import type { Faults } from './faults.ts';
import type { RunningServer } from './http/listen.ts';
import type { Listeners } from './listeners.ts';
import type { RequestLog } from './request-log.ts';
import type { Keeper } from './state/keeper.ts';
import type { Webhooks } from './webhooks/webhooks.ts';
import type { World } from './world/world.ts';

/** What a GitHub on this machine consists of. */
export interface EmulatorParts {
  /** In front of `/OWNER/REPOSITORY` in what is answered. */
  readonly webUrl: string;
  readonly server: RunningServer;
  readonly attachmentServer: AttachmentServer;
  readonly keeper: Keeper;
  readonly listeners: Listeners;
  readonly app: AppRegistration;
  readonly world: World;
  readonly faults: Faults;
  readonly requests: RequestLog;
  readonly webhooks: Webhooks;
  readonly attachments: Attachments;
  readonly tokens: Tokens;
  readonly manifests: AppManifests;
  readonly violations: string[];
}
