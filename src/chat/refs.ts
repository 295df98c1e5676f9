/** The platforms a desk can live in. */
export const platforms = ['slack', 'teams'] as const;
export type Platform = (typeof platforms)[number];

/**
 * A user of one platform, for example `slack:T0123/U024BE7LH`. Carries its workspace or tenant.
 * Only its adapter can open it; the part before the colon names the adapter.
 */
export type PersonRef = string;

/**
 * Where one can speak: a conversation (`slack:T0123/C042`) or a thread in it (`slack:T0123/C042/1700000000.000100`).
 * Where a place has no threads, what stands for one is the place itself.
 * Only its adapter can open it.
 */
export type Place = string;

/** One message on one platform. It never changes and is unique across platforms and workspaces. */
export type MessageRef = string;

/**
 * The platform that a reference belongs to.
 * @throws RangeError when the reference does not start with a platform
 */
export function platformOf(ref: PersonRef | Place | MessageRef): Platform {
  const platform = platforms.find((name) => ref.startsWith(`${name}:`));
  if (platform === undefined) throw new RangeError(`"${ref}" belongs to no platform`);
  return platform;
}
