import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** A new key or the word of a link: 256 random bits, 43 signs of base64url. */
export function newKey(): string {
  return randomBytes(32).toString('base64url');
}

/** A name for something that is no secret itself: 96 random bits. */
export function newId(): string {
  return randomBytes(12).toString('base64url');
}

/** By this a key is known again without being kept. It cannot be turned back, for a key is not guessed. */
export function hashOf(key: string): string {
  return createHash('sha256').update(`deskhand:${key}`).digest('base64url');
}

const cipher = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/**
 * Encrypts with AES-256-GCM under a key of its own that is derived from the key and what it is for.
 * @param about bound to the text: it opens for nothing else
 */
export function seal(text: string, key: string, about: string): string {
  const iv = randomBytes(ivBytes);
  const sealing = createCipheriv(cipher, derived(key), iv, { authTagLength: tagBytes });
  sealing.setAAD(Buffer.from(about));
  const sealed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
  return Buffer.concat([iv, sealing.getAuthTag(), sealed]).toString('base64url');
}

/** @throws Error when the key is another one, or anything was changed */
export function unseal(sealed: string, key: string, about: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const opening = createDecipheriv(cipher, derived(key), bytes.subarray(0, ivBytes), { authTagLength: tagBytes });
  opening.setAAD(Buffer.from(about));
  opening.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  return Buffer.concat([opening.update(bytes.subarray(ivBytes + tagBytes)), opening.final()]).toString('utf8');
}

function derived(key: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(key, 'base64url'), '', 'deskhand secret', 32));
}
