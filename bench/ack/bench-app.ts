import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Pool } from 'undici';
import type { Card, Load, SignedRequest } from './load.ts';

const connections = 50;

interface Told {
  readonly url?: string;
  readonly cards?: readonly Card[];
}

/** An app under load, in a process of its own. */
export interface BenchApp {
  /** Opens so many tickets, cards drawn, ready to be claimed. */
  prepare(count: number): Promise<readonly Card[]>;
  /** Sends all as fast as 50 connections can. @throws Error when one is not acknowledged with 200 */
  send(load: Load): Promise<void>;
  /** Sends at a steady pace. @returns milliseconds until each acknowledgement */
  steady(load: Load, perSecond: number): Promise<readonly number[]>;
  /** Comes back when every message taken has become a ticket. */
  handled(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts one of the apps beside this file. */
export async function anApp(name: 'bare-bolt' | 'desk', apiUrl: string): Promise<BenchApp> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const child = fork(fileURLToPath(new URL(`./${name}.${extension}`, import.meta.url)), [apiUrl], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let waiting: { resolve(message: Told): void; reject(error: Error): void } | undefined;
  child.on('message', (message) => waiting?.resolve(message as Told));
  child.on('exit', (code) => waiting?.reject(new Error(`${name} ended with ${code}`)));
  const told = () =>
    new Promise<Told>((resolve, reject) => {
      waiting = { resolve, reject };
    });
  const { url = '' } = await told();
  const pool = new Pool(url, { connections, pipelining: 1 });
  const ask = async (message: object) => {
    const answer = told();
    child.send(message);
    return answer;
  };
  const sendOne = async ({ headers, body }: SignedRequest) => {
    const response = await pool.request({ method: 'POST', path: '/slack/events', headers, body });
    await response.body.dump();
    if (response.statusCode !== 200) throw new Error(`${name} answered ${response.statusCode}`);
  };
  return {
    prepare: async (count) => (await ask({ prepare: count })).cards ?? [],
    handled: async () => void (await ask({ handled: true })),
    send: async (load) => {
      let next = 0;
      const worker = async () => {
        for (let request = load[next++]; request; request = load[next++]) await sendOne(request);
      };
      await Promise.all(Array.from({ length: connections }, worker));
    },
    steady: async (load, perSecond) => {
      const began = performance.now();
      return Promise.all(
        load.map(async (request, index) => {
          const at = (index * 1000) / perSecond;
          await new Promise((resolve) => setTimeout(resolve, Math.max(0, at - (performance.now() - began))));
          const sentAt = performance.now();
          await sendOne(request);
          return performance.now() - sentAt;
        }),
      );
    },
    stop: async () => {
      await pool.close();
      waiting = undefined;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.send({ stop: true });
      await gone;
    },
  };
}
