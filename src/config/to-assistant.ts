import type { AssistantConfig } from './assistant-config.ts';
import type { DeskFile } from './desk-file-schema.ts';

export function toAssistant({ enabled, use, keepCallsFor, ...rest }: DeskFile['assistant']): AssistantConfig {
  return { isEnabled: enabled, uses: use, keepCallsMs: keepCallsFor, ...rest };
}
