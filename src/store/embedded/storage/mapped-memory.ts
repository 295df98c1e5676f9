import { readFileSync } from 'node:fs';

/** How much is read between two looks at the process's memory, bytes. */
const checkEveryBytes = 32 * 1024 * 1024;
/** How much of the mapped file may stay in the process's memory, bytes. */
const residentLimit = 160 * 1024 * 1024;

/**
 * Watches how much of the memory-mapped file has become resident. The system counts every page that was ever read as
 * memory of this process until the file is unmapped, so one scan of a large collection would keep all of it.
 */
export class MappedMemory {
  #readSinceCheck = 0;

  /** Counts bytes read; true when so much of the file is resident that it should be unmapped. */
  hasGrownBy(bytes: number): boolean {
    this.#readSinceCheck += bytes;
    if (this.#readSinceCheck < checkEveryBytes) return false;
    this.#readSinceCheck = 0;
    return residentFileBytes() > residentLimit;
  }

  /** Starts again after the file was unmapped. */
  released(): void {
    this.#readSinceCheck = 0;
  }
}

// Outside Linux there is no such figure, so the file is unmapped after every stretch of reading.
function residentFileBytes(): number {
  try {
    const [, kilobytes] = /^RssFile:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    return Number(kilobytes ?? Number.POSITIVE_INFINITY) * 1024;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
