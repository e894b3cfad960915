/** Watch over a queue: reports missing workers and ends a batch whose Redis stays away. */

import { StoppedError } from "../storage/errors.ts";
import type { RedisAddress } from "./address.ts";
import { redisFault } from "./redis-words.ts";
import { queueTimes } from "./times.ts";

/** Options of a watch: the Redis watched, and where to report. */
export interface WatchOptions {
	readonly address: RedisAddress;
	/** the command that starts a worker */
	readonly workerLine: string;
	readonly tell: (line: string) => void;
}

/** Reports in lines when Redis or workers are missing; sets a limit to an outage of any kind. */
export class QueueWatch {
	readonly #options: WatchOptions;
	readonly #times = queueTimes();
	readonly #opened = performance.now();
	/** time at which Redis last accepted a write */
	#heard = performance.now();
	#trouble: unknown = null;
	#toldOfTrouble = false;
	#workers = 0;
	#toldOfNone = false;

	constructor(options: WatchOptions) {
		this.#options = options;
	}

	/** Notes that Redis accepted a write. */
	hear(): void {
		this.#heard = performance.now();
		this.#toldOfTrouble = false;
	}

	/** Notes trouble with Redis or on the way there. */
	note(error: unknown): void {
		this.#trouble = error;
	}

	/** Error to stop with when Redis has been away too long; reports a shorter absence once. */
	outage(): StoppedError | null {
		const { outage } = this.#times;
		const silent = performance.now() - this.#heard;
		const { words } = redisFault(this.#trouble ?? new Error("no answer"));
		const line = `Redis at ${this.#options.address.shown} ${words}`;
		const seconds = (time: number) => `${Math.round(time / 1000)} s`;
		if (silent > outage)
			return new StoppedError(`${line}; it was waited for ${seconds(silent)}`);
		if (silent > outage / 4 && !this.#toldOfTrouble) {
			this.#toldOfTrouble = true;
			this.#options.tell(
				`${line}; it is waited for, ${seconds(outage)} at most`,
			);
		}
		return null;
	}

	/** Takes the number of connected workers, and reports when it changes. */
	count(workers: number): void {
		const { tell, workerLine, address } = this.#options;
		const waited = performance.now() - this.#opened;
		if (workers === 0 && waited > this.#times.lonely && !this.#toldOfNone) {
			this.#toldOfNone = true;
			tell(
				`no worker for this batch is connected to ${address.shown}; start one with: ${workerLine}`,
			);
		}
		if (workers !== this.#workers && workers > 0)
			tell(`${workers} worker${workers === 1 ? "" : "s"} connected`);
		this.#workers = workers;
	}
}
