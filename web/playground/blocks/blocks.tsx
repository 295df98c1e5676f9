import type { ReactNode } from 'react';
import type { WireObject } from '../../../playground/page/wire.ts';
import { Icon } from '../around/icon.tsx';
import { InputBlock } from '../forms/input-block.tsx';
import { objectIn, objectsIn, stringIn, wordsOf } from '../state/reading.ts';
import { BlockElement } from './block-element.tsx';
import { TextObject } from './mrkdwn.tsx';
import { RichText } from './rich-text.tsx';
import { SafeLink } from './safe-link.tsx';
import { type Surface, SurfaceContext } from './surface.ts';

/** Block Kit, drawn. */
export function Blocks({ blocks, surface }: { blocks: readonly WireObject[]; surface: Surface }) {
  return (
    <SurfaceContext value={surface}>
      <div className="blocks">
        {blocks.map((block, at) => (
          <Block key={at} block={block} />
        ))}
      </div>
    </SurfaceContext>
  );
}

function Block({ block }: { block: WireObject }): ReactNode {
  switch (block.type) {
    case 'rich_text':
      return <RichText block={block} />;
    case 'section':
      return <Section block={block} />;
    case 'context':
      return <Context elements={objectsIn(block.elements)} />;
    case 'header':
      return <h3 className="block-header">{wordsOf(block.text)}</h3>;
    case 'divider':
      return <hr />;
    case 'image':
      return <Picture image={block} />;
    case 'actions':
      return (
        <div className="actions">
          {objectsIn(block.elements).map((element) => (
            <BlockElement key={stringIn(element.action_id)} element={element} />
          ))}
        </div>
      );
    case 'input':
      return <InputBlock block={block} />;
    default:
      return <p className="unknown">This page cannot draw a block of the type {stringIn(block.type)}.</p>;
  }
}

function Section({ block }: { block: WireObject }) {
  const { text, accessory } = block;
  const fields = objectsIn(block.fields);
  return (
    <div className="section">
      <div className="section-text">
        {text === undefined ? null : <TextObject text={objectIn(text)} />}
        {fields.length > 0 && (
          <div className="fields">
            {fields.map((field, at) => (
              <TextObject key={at} text={field} />
            ))}
          </div>
        )}
      </div>
      {accessory === undefined ? null : <BlockElement element={objectIn(accessory)} />}
    </div>
  );
}

function Context({ elements }: { elements: readonly WireObject[] }) {
  return (
    <div className="context">
      {elements.map((element, at) =>
        element.type === 'image' ? <Picture key={at} image={element} /> : <TextObject key={at} text={element} />,
      )}
    </div>
  );
}

/** The page loads nothing from other hosts, so a picture elsewhere is a link. */
export function Picture({ image }: { image: WireObject }) {
  const url = stringIn(image.image_url);
  const words = stringIn(image.alt_text) || wordsOf(image.title) || 'Picture';
  if (url.startsWith('data:image/')) return <img src={url} alt={words} />;
  return (
    <SafeLink url={url}>
      <Icon name="picture" /> {words}
    </SafeLink>
  );
}
