/** Every waiting time of the queue, in one place. */

/** Milliseconds of every wait of the queue. */
export interface QueueTimes {
	/** silence of a worker after which its job goes to another */
	readonly lock: number;
	/** time between two looks for such jobs */
	readonly stalled: number;
	/** silence of a collector after which its batch is given up and removed */
	readonly alive: number;
	/** absence of Redis, full or silent included, after which work stops */
	readonly outage: number;
	/** wait of a batch for its first worker before it reports that there is none */
	readonly lonely: number;
	/** wait for a first batch of a worker that ends when there is none */
	readonly first: number;
	/** time without an open batch after which such a worker ends */
	readonly empty: number;
	/** time for which an unclaimed result is kept */
	readonly keep: number;
	/** time between two looks at the state of a batch */
	readonly look: number;
	/** time left to a running block after an interruption */
	readonly grace: number;
}

const DAY = 86_400_000;

/** The waits of the queue; tests have them divided by STIBIUM_QUEUE_HASTE. */
export function queueTimes(): QueueTimes {
	const haste = Number(process.env["STIBIUM_QUEUE_HASTE"] ?? 1);
	const hurried = (wait: number) => Math.ceil(wait / Math.max(1, haste || 1));
	return {
		lock: hurried(30_000),
		stalled: hurried(10_000),
		alive: hurried(30_000),
		outage: hurried(60_000),
		lonely: hurried(3_000),
		first: hurried(60_000),
		empty: hurried(10_000),
		keep: DAY,
		look: 250,
		grace: 800,
	};
}
