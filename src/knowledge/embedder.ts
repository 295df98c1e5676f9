/** Texts as points in a space in which texts of one matter lie close together. */
export interface Embedder {
  /** Vectors of different models cannot be compared. */
  readonly model: string;
  /**
   * @param matter whose texts they are, and whether a model may see them
   * @returns a vector for each text; undefined when there is none now: no budget, no answer, or nothing that may be sent
   */
  embed(texts: readonly string[], matter: EmbeddingMatter): Promise<readonly (readonly number[])[] | undefined>;
}

export interface EmbeddingMatter {
  readonly person?: string | undefined;
  readonly isConfidential: boolean;
  readonly service?: string | undefined;
}
