/** Milliseconds of every wait of the queue. */
export interface QueueTimes {
	/** a job whose worker has not been heard of for so long is given to another */
	readonly lock: number;
	/** between two looks for such jobs */
	readonly stalled: number;
	/** a batch whose collector has not been heard of for so long is given up and swept away */
	readonly alive: number;
	/** how long Redis may be away, full or silent before work stops */
	readonly outage: number;
	/** how long a batch waits for its first worker before it says so */
	readonly lonely: number;
	/** how long a worker that may end waits for its first batch */
	readonly first: number;
	/** how long no batch must be open after that before it ends */
	readonly empty: number;
	/** how long an unclaimed result is kept */
	readonly keep: number;
	/** between two looks at what has changed */
	readonly look: number;
	/** what a running block has to end in after an interruption */
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
