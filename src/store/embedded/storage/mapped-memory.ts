import { readFileSync } from 'node:fs';

/** How much is read between two looks at the process's memory, bytes. */
const checkEveryBytes = 16 * 1024 * 1024;
/** Linux maps the pages around each one that is read, as far as it has them at hand. */
const faultAroundBytes = 64 * 1024;
/** How much of the mapped file may stay in the process's memory, bytes. */
const residentLimit = 64 * 1024 * 1024;

/**
 * Watches how much of the memory-mapped file has become resident. The system counts every page that was ever read as
 * memory of this process until the file is unmapped, so one scan of a large collection would keep all of it.
 */
export class MappedMemory {
  #readSinceCheck = 0;
  /** What was resident before the store was read: the program itself. */
  readonly #ownBytes = residentFileBytes() ?? 0;

  /** Counts one look into the file; true when so much of the file is resident that it should be unmapped. */
  hasGrownBy(bytes: number): boolean {
    this.#readSinceCheck += bytes + faultAroundBytes;
    if (this.#readSinceCheck < checkEveryBytes) return false;
    this.#readSinceCheck = 0;
    const resident = residentFileBytes();
    return resident === undefined || resident - this.#ownBytes > residentLimit;
  }
}

// Outside Linux there is no such figure, so the file is unmapped after every stretch of reading.
function residentFileBytes(): number | undefined {
  try {
    const [, kilobytes] = /^RssFile:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return undefined;
  }
}
