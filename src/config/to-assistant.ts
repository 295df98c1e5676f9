import type { AssistantConfig } from './assistant-config.ts';
import type { DeskFile } from './desk-file-schema.ts';
import { toTriage } from './to-triage.ts';

export function toAssistant({ enabled, use, keepCallsFor, triage, ...rest }: DeskFile['assistant']): AssistantConfig {
  return { isEnabled: enabled, uses: use, keepCallsMs: keepCallsFor, triage: toTriage(triage), ...rest };
}
