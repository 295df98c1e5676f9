import type { Form } from '../../chat/form.ts';
import { type Outage, peopleIn } from '../../outages/outage.ts';
import { whatOf } from '../possible-outage-card.ts';
import type { ViewContext } from '../view-context.ts';
import { formTitle, levelField, longestInput } from './form-parts.ts';

/** From so many people on it is more than a team. */
const manyPeople = 5;

/** Makes one incident of many reports. Fields: `title`, `impact` (1–3), optional `update` for everybody who reported. */
export function declareForm(outage: Outage, context: ViewContext): Form {
  const { words } = context;
  const say = words.outages.form;
  const title = words.outages.suggestedTitle(whatOf(outage, context));
  const impact = peopleIn(outage.reports) >= manyPeople ? 1 : 2;
  return {
    id: 'outage.declare',
    title: formTitle(say.title),
    submit: say.submit,
    cancel: words.forms.cancel,
    value: outage.id,
    fields: [
      { kind: 'text', name: 'title', label: say.titleLabel, hint: say.titleHint, value: title, maxLength: 140 },
      levelField({ name: 'impact', label: say.impactLabel }, words, impact),
      {
        ...{ kind: 'text', name: 'update', label: say.updateLabel, hint: say.updateHint },
        ...{ multiline: true, optional: true, maxLength: longestInput },
      },
    ],
  };
}
