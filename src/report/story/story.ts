/** Shapes of a story: dated sentences, their marks on a chart, and chapters. */

/** One dated sentence of a story. */
export interface Sentence {
	/** month it tells of first */
	readonly tick: number;
	readonly text: string;
	/** mark on a chart; null where it has none */
	readonly mark: Mark | null;
}

/** A sentence as a mark on a chart of the price. */
export interface Mark {
	readonly tick: number;
	/** a few words */
	readonly words: string;
	/** the higher, the sooner it is shown */
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
	return { tick, text, mark: null };
}
