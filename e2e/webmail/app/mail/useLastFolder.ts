import { useRef } from 'react';
import { parseMailRoute } from '../route.tsx';

/** The folder of the route, or of the last route that had one: its list stays in the page. */
export function useLastFolder(route: string): string {
  const last = useRef('inbox');
  if (route.startsWith('mail/')) last.current = parseMailRoute(route).folder;
  return last.current;
}
