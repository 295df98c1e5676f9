import type { DeskConfig } from '../../config/desk-config.ts';
import type { Matter } from '../assistant.ts';

/** Whether no model may see what a call is about. */
export function isKeptPrivate({ isConfidential, service }: Matter, { assistant, services }: DeskConfig): boolean {
  const isPrivate = isConfidential || services.some(({ id, confidential }) => id === service && confidential);
  return isPrivate && !(service !== undefined && assistant.confidentialServices.includes(service));
}
