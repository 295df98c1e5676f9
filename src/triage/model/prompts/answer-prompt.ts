/** Quotes are what the answer is checked by on this machine. */
export const answerPrompt = `Task: answer. Answer the text "question" from "passages" alone.
"isAnswered": false when the passages do not answer exactly this question; then "answer" is empty and "support" is empty. Passages on the same subject are not enough.
"answer": a few sentences in the language of the question.
"support": for everything that the answer says, the number of a passage and a quote from it, copied letter by letter, of 15 to 300 characters.`;
