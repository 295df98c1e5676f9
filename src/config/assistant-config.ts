import type { TriageConfig } from './triage-config.ts';

/** What a model is asked for. */
export const modelPurposes = ['triage', 'answers', 'drafts', 'summaries', 'translation', 'embeddings'] as const;
export type ModelPurpose = (typeof modelPurposes)[number];

/** What the desk may ask of a model; without a key in the environment there is none, and nothing of this matters. */
export interface AssistantConfig {
  readonly isEnabled: boolean;
  /** What is off is done by the local form. */
  readonly uses: Readonly<Record<ModelPurpose, boolean>>;
  /** Services of which a model may see even confidential tickets. */
  readonly confidentialServices: readonly string[];
  readonly budget: BudgetConfig;
  /** Per model; one that is not there costs nobody knows what. */
  readonly prices: Readonly<Record<string, ModelPrice>>;
  /** ISO 4217. */
  readonly currency: string;
  readonly triage: TriageConfig;
  /** How long the record of a call is kept. */
  readonly keepCallsMs: number;
}

/** What is not there has no limit. Money is in {@link AssistantConfig.currency}, days are the desk's own. */
export interface BudgetConfig {
  readonly tokensPerDay?: number;
  readonly moneyPerDay?: number;
  readonly tokensPerPersonPerDay?: number;
  readonly moneyPerPersonPerDay?: number;
}

/** Money for a million tokens. */
export interface ModelPrice {
  readonly input: number;
  readonly output: number;
}
