import { createContext, useContext } from 'react';

/** Where blocks stand: what a click in them names. */
export type Surface = { readonly channel: string; readonly ts: string } | { readonly view: string };

export const SurfaceContext = createContext<Surface | undefined>(undefined);

export function useSurface(): Surface {
  const surface = useContext(SurfaceContext);
  if (!surface) throw new Error('Blocks must stand somewhere.');
  return surface;
}
