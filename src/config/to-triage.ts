import type { DeskFile } from './desk-file-schema.ts';
import type { TriageConfig } from './triage-config.ts';

export function toTriage({ confidence, ...rest }: DeskFile['assistant']['triage']): TriageConfig {
  return { ...rest, confidence: typeof confidence === 'number' ? forEach(confidence) : confidence };
}

function forEach(share: number): TriageConfig['confidence'] {
  return { kind: share, service: share, team: share, category: share, impact: share, urgency: share };
}
