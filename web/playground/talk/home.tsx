import { useEffect } from 'react';
import { Blocks } from '../blocks/blocks.tsx';
import { useDesk } from '../state/desk-context.ts';

/** The desk's home page, as it is for whoever the page acts as. */
export function Home() {
  const { state, me, act } = useDesk();
  const view = state.homes[me.id];
  useEffect(() => {
    void act({ do: 'open home' });
  }, [me.id]);
  return (
    <div className="home scroll" data-testid="home">
      {view ? <Blocks blocks={view.blocks} surface={{ view: view.id }} /> : <p className="empty">One moment …</p>}
    </div>
  );
}
