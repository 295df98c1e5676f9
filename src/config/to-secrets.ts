import type { DeskConfig } from './desk-config.ts';
import type { DeskFile } from './desk-file-schema.ts';

export function toSecrets({ masking, secrets }: DeskFile): Pick<DeskConfig, 'masking' | 'secrets'> {
  return { masking, secrets: { expiresAfterMs: secrets.expiresAfter } };
}
