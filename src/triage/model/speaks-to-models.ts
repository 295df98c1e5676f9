/** What only somebody writes who wants a model to hear it; in the languages that the desk knows. */
const forms = [
  /\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instruction|prompt|rule|above|previous)/i,
  /\b(?:ignoriere?|vergiss|missachte)\b.{0,40}\b(?:anweisung|regeln|vorgaben|bisherige)/i,
  /\b(?:ignora|olvida|ignore[zr]?|oublie[zr]?|esqueça)\b.{0,40}\b(?:instrucciones|instructions|consignes|instruções)/i,
  /^\W*(?:assistant|system|developer)\s*:/im,
  /(?<=[.!?]\s)(?:assistant|system)\s*:/i,
  /\b(?:system prompt|you are now|as an ai\b|<\|im_start\|>|\[\/?inst\])/i,
];

/**
 * Whether a text turns to a model instead of to people. A model is not shown such a passage; what stands in it could be
 * quoted and would then look as if the desk had said it.
 */
export function speaksToModels(text: string): boolean {
  return forms.some((form) => form.test(text));
}
