import { type JsonObject, objectsIn } from '../json.ts';
import { checkBlocksOn, faultsOf } from './check-blocks.ts';
import { plainText } from './composition.ts';
import { limits } from './limits.ts';
import { anything, flag, object, oneOf, type Report, text } from './shape.ts';

/**
 * Holds a view against Block Kit.
 * @returns every fault with its JSON pointer, in the words in which Slack refuses; none when all is well
 */
export function checkView(view: JsonObject, type: 'modal' | 'home'): readonly string[] {
  return faultsOf((report) => {
    (type === 'modal' ? modal : home)(view, '/view', report);
    oneOf(type)(view.type, '/view/type', report);
    const { min_items: least, max_items: most } = limits.view.blocks;
    if (view.blocks !== undefined) {
      checkBlocksOn(type, view.blocks, { at: '/view/blocks', least, most }, report);
    }
    if (type === 'modal') needsSubmit(view, report);
  });
}

const common = {
  private_metadata: text(limits.view.private_metadata),
  callback_id: text(limits.view.callback_id),
  external_id: text({ max_length: 255 }),
};

const modal = object({
  needs: { title: plainText(limits.view.title), blocks: anything },
  takes: {
    ...common,
    close: plainText(limits.view.close),
    submit: plainText(limits.view.submit),
    clear_on_close: flag,
    notify_on_close: flag,
    submit_disabled: flag,
  },
});

const home = object({ needs: { blocks: anything }, takes: common });

function needsSubmit(view: JsonObject, report: Report): void {
  const asks = objectsIn(view.blocks).some((block) => block.type === 'input');
  if (asks && view.submit === undefined) report('missing required field: submit', '/view');
}
