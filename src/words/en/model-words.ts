/** What the admins hear about the language model. */
export const modelWords = {
  title: 'Language model',
  news: {
    nearly:
      "80 % of today's budget for the language model is spent. At 100 % the desk goes on without it until tomorrow.",
    spent:
      "Today's budget for the language model is spent. Until tomorrow the desk does without it. The limits stand in desk.yaml, under assistant.",
    personSpent:
      'Somebody has used up their share of the language model for today. What they write is handled without it until tomorrow.',
    noPrice:
      'desk.yaml limits what the language model may cost, but does not tell its price, so it is not asked. Add the model under assistant, prices.',
    refused:
      'The server of the language model refuses the desk. Check OPENAI_API_KEY, OPENAI_BASE_URL and OPENAI_MODEL. Until then the desk does without it.',
  },
};
