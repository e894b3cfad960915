import { StoppedError } from "../storage/errors.ts";
import type { RedisAddress } from "./address.ts";
import { redisFault } from "./redis-words.ts";
import { queueTimes } from "./times.ts";

/** Who is told of the state of a queue. */
export interface WatchOptions {
	readonly address: RedisAddress;
	/** the command that starts a worker */
	readonly workerLine: string;
	readonly tell: (line: string) => void;
}

/** Whether Redis answers and workers are there, told in lines; bounds an outage of whatever kind. */
export class QueueWatch {
	readonly #options: WatchOptions;
	readonly #times = queueTimes();
	readonly #opened = performance.now();
	/** when Redis last took what it must take */
	#heard = performance.now();
	#trouble: unknown = null;
	#toldOfTrouble = false;
	#workers = 0;
	#toldOfNone = false;

	constructor(options: WatchOptions) {
		this.#options = options;
	}

	/** Redis took what it must take. */
	hear(): void {
		this.#heard = performance.now();
		this.#toldOfTrouble = false;
	}

	/** Redis, or the way there, is in trouble. */
	note(error: unknown): void {
		this.#trouble = error;
	}

	/** Why to stop, when Redis has been away too long; tells that it is away before that. */
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

	/** Takes the number of workers that are connected, and tells when it changes. */
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
