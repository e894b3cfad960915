/** One dated sentence of a story. */
export interface Sentence {
	/** month it tells of first */
	readonly tick: number;
	readonly text: string;
	/** the same in a few words, for a chart; null where it is not worth a mark */
	readonly short: string | null;
	/** the higher, the sooner a chart shows it */
	readonly weight: number;
}

/** A stretch of time and what happened in it, in order of date. */
export interface Chapter {
	readonly title: string;
	readonly sentences: readonly Sentence[];
}

/** The story of one replicate. */
export interface Story {
	readonly headline: readonly string[];
	readonly chapters: readonly Chapter[];
	readonly closing: readonly string[];
}

/** A sentence that only a reader of the whole story needs. */
export function aside(tick: number, text: string): Sentence {
	return { tick, text, short: null, weight: 0 };
}
